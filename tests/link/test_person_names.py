"""Names of persons compared: one bearer under many spellings, and namesakes who are two."""

import pytest

from dateline.link.actors.names import CLASH, NEAR, SAME, TURNED, compare, parse

ONE = """
Volodymyr Zelensky      | Volodymyr Zelenskyy
Vladimir Putin          | Vladimir V. Putin
Muammar Gaddafi         | Moammar Qaddafi
Xi Jinping              | Jinping Xi
Kim Jong Un             | Kim Jong-un
Bill Clinton            | William J. Clinton
Joe Biden               | Joseph R. Biden Jr.
Ban Ki-moon             | Ban Ki Moon
Viktor Orbán            | Viktor Orban
Orban Viktor            | Viktor Orban
Sergei Lavrov           | Sergey Lavrov
Alexander Lukashenko    | Aleksandr Lukashenka
Mohammed bin Salman     | Mohammad bin Salman
Ted Cruz                | Rafael Edward Cruz
Mike Pompeo             | Michael R. Pompeo
Dr. Anna Novak          | Anna Novak
A. Novak                | Anna Novak
Mikheil Saakashvili     | Mikhail Saakashvili
Yulia Tymoshenko        | Julia Timoshenko
Suu Kyi                 | Aung San Suu Kyi
Tayyip Erdogan          | Recep Tayyip Erdoğan
Ursula von der Leyen    | Ursula Von Der Leyen
Abdel Fattah el-Sisi    | Abdel Fattah al-Sisi
Benjamin Netanyahu      | Binyamin Netanyahu
"""
TWO = """
George W. Bush          | George H. W. Bush
Hillary Clinton         | Bill Clinton
Rand Paul               | Ron Paul
Jim Jordan              | Vernon Jordan
Juan Santos             | Jose Santos
Li Keqiang              | Li Peng
Kim Jong Il             | Kim Jong Un
Park Geun-hye           | Park Chung-hee
John F. Kennedy         | Robert F. Kennedy
John Q. Adams           | John T. Adams
Andrei Petrov           | Sergei Petrov
Hassan Rouhani          | Hassan Nasrallah
Mahmoud Abbas           | Mahmoud Ahmadinejad
Justin Trudeau          | Pierre Trudeau
Bashar al-Assad         | Hafez al-Assad
George Ortega Sr.       | George Ortega Jr.
"""


def pairs(table: str) -> list[list[str]]:
    return [[name.strip() for name in line.split("|")] for line in table.strip().splitlines()]


def compared(one: str, other: str) -> str | None:
    a, b = parse(one), parse(other)
    assert a is not None
    assert b is not None
    assert compare(a, b) == compare(b, a)
    return compare(a, b)


@pytest.mark.parametrize(("one", "other"), pairs(ONE))
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert compared(one, other) not in (None, CLASH)


@pytest.mark.parametrize(("one", "other"), pairs(TWO))
def test_names_of_two_do_not(one: str, other: str) -> None:
    assert compared(one, other) in (None, CLASH)


def test_how_they_agree_says_how_sure_that_is() -> None:
    assert compared("Kim Jong Un", "Kim Jong-un") == SAME
    assert compared("Orban Viktor", "Viktor Orban") == TURNED
    assert compared("Muammar Gaddafi", "Moammar Qaddafi") == NEAR
    assert compared("George Ortega", "George Ortega Jr.") != SAME
