import pytest

from dateline.annotate.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Foreign Minister Alfred Mutua met Ugandan Foreign Minister Jeje Odongo in Kampala on Monday.",
        "Indian Prime Minister Narendra Modi visited French President Emmanuel Macron in Paris on Thursday.",
        "Top Sunni cleric: Use death row prisoners' organs.",
        "Ghana Sends Troops To Liberia Border After Togo Talks Fail.",
        "Sri Lanka's President Maithripala Sirisena and Prime Minister Ranil Wickremesinghe quarrelled on Sunday.",
    ],
)
def test_a_lead_full_of_foreign_names_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Bundeskanzler sagte am Montag in Berlin, dass die Verhandlungen mit dem Iran fortgesetzt werden.", "de"),
        ("De minister van Buitenlandse Zaken heeft dinsdag in Den Haag met zijn collega gesproken.", "nl"),
        ("Le ministre des Affaires étrangères a déclaré lundi que les négociations allaient reprendre.", "fr"),
        ("El presidente dijo el lunes que no asistirá a la cumbre de la próxima semana en Lima.", "es"),
        ("Nigeria President don meet Ghana President for Abuja. Dem talk say di matter no easy for di pipo.", "pcm"),
        ("Президент заявил в понедельник, что переговоры будут продолжены на следующей неделе.", "ru"),
    ],
)
def test_another_language_is_told(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_few_letters_tell_nothing() -> None:
    assert language_of("1-0 (abandoned)") is None
