"""States through time, bodies and their letters, armed groups and their aliases: all of the ontology."""

import pytest

from dateline.ontology.bodies import body_by_name
from dateline.ontology.countries import by_name

ONE_STATE = """
North Macedonia         | Macedonia
Myanmar                 | Burma
Eswatini                | Swaziland
Ivory Coast             | Cote d'Ivoire
East Timor              | Timor-Leste
Czech Republic          | Czechia
Turkey                  | Türkiye
Democratic Republic of Congo | Zaire
"""
TWO_STATES = """
North Korea             | South Korea
Sudan                   | South Sudan
Niger                   | Nigeria
Guinea                  | Guinea-Bissau
Guinea                  | Equatorial Guinea
Dominica                | Dominican Republic
Republic of Congo       | Democratic Republic of Congo
Slovakia                | Slovenia
China                   | Taiwan
Ireland                 | Iceland
"""
ONE_BODY = """
European Union          | EU
North Atlantic Treaty Organization | NATO
United Nations          | U.N.
United Nations Security Council | UN Security Council
International Atomic Energy Agency | IAEA
World Health Organisation | WHO
International Criminal Court | ICC
International Monetary Fund | IMF
Organization for Security and Cooperation in Europe | OSCE
Association of Southeast Asian Nations | ASEAN
Economic Community of West African States | ECOWAS
African Union           | AU
Organization of American States | OAS
Shanghai Cooperation Organisation | SCO
Group of Seven          | G7
Group of 20             | G20
Gulf Cooperation Council | GCC
Arab League             | League of Arab States
Organization of Islamic Cooperation | OIC
World Trade Organization | WTO
Islamic State           | ISIS
Islamic State           | ISIL
Islamic State           | Daesh
Hezbollah               | Hizbollah
Hezbollah               | Hizbullah
al-Qaida                | Al Qaeda
Revolutionary Armed Forces of Colombia | FARC
Kurdistan Workers' Party | PKK
Liberation Tigers of Tamil Eelam | LTTE
Liberation Tigers of Tamil Eelam | Tamil Tigers
Lord's Resistance Army  | LRA
Irish Republican Army   | IRA
Sendero Luminoso        | Shining Path
al-Shabaab              | al-Shabab
Palestine Liberation Organization | PLO
Houthis                 | Ansar Allah
Rapid Support Forces    | RSF
Kosovo Liberation Army  | KLA
Islamic Revolutionary Guard Corps | Revolutionary Guards
"""
TWO_BODIES = """
Islamic State           | Islamic Jihad
Hamas                   | Hezbollah
African Union           | African Development Bank
World Bank              | World Trade Organization
Fatah                   | Fatah al-Islam
U.N. Security Council   | U.N. Human Rights Council
Taliban                 | Tehrik-i-Taliban Pakistan
European Union          | Council of Europe
International Court of Justice | International Criminal Court
al-Qaida                | al-Qaida in the Islamic Maghreb
"""


def pairs(table: str) -> list[list[str]]:
    return [[name.strip() for name in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), pairs(ONE_STATE))
def test_a_state_is_one_through_its_names(one: str, other: str) -> None:
    found = by_name(one)
    assert found is not None
    assert by_name(other) is found


@pytest.mark.parametrize(("one", "other"), pairs(TWO_STATES))
def test_states_that_sound_alike_are_two(one: str, other: str) -> None:
    a, b = by_name(one), by_name(other)
    assert a is not None
    assert b is not None
    assert a is not b


def test_a_state_that_is_no_more_has_its_letters_too() -> None:
    assert by_name("Soviet Union") is by_name("USSR")


@pytest.mark.parametrize(("one", "other"), pairs(ONE_BODY))
def test_a_body_is_one_through_its_names(one: str, other: str) -> None:
    found = body_by_name(one)
    assert found is not None
    assert body_by_name(other) is found


@pytest.mark.parametrize(("one", "other"), pairs(TWO_BODIES))
def test_bodies_that_share_words_are_two(one: str, other: str) -> None:
    a, b = body_by_name(one), body_by_name(other)
    assert a is not None
    assert b is None or a is not b
