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
Volodymyr Zelenskyy     | Volodymyr Zelenskiy
Wolodymyr Selenskyj     | Volodymyr Zelensky
Moammar Gadhafi         | Muammar al-Gaddafi
Muammar el-Qaddafi      | Moamer Kadhafi
Dmitry Medvedev         | Dmitri Medvedyev
Boris Yeltsin           | Boris Eltsin
Mikhail Gorbachev       | Mikhail Gorbachov
Nikita Khrushchev       | Nikita Khrushchov
Sergei Shoigu           | Sergey Shoygu
Yevgeny Primakov        | Evgeny Primakov
Petro Poroshenko        | Pyotr Poroshenko
Viktor Yanukovych       | Viktor Yanukovich
Alexei Navalny          | Aleksei Navalny
Mohammad Khatami        | Mohammed Khatami
Hashemi Rafsanjani      | Akbar Hashemi Rafsanjani
Ali Khamenei            | Ali Khamene'i
Yasser Arafat           | Yasir Arafat
Hosni Mubarak           | Husni Mubarak
Abdullah Gul            | Abdullah Gül
Bashar Assad            | Bashar al-Assad
Bashar al-Asad          | Bashar al-Assad
Abdul Fattah al-Sisi    | Abdel Fattah el-Sissi
Abd al-Fattah al-Sisi   | Abdel-Fattah el-Sisi
Mohamed Morsi           | Mohammed Mursi
Ali Abdullah Saleh      | Ali Abdallah Salih
Nouri al-Maliki         | Nuri al-Maliki
Ayad Allawi             | Iyad Allawi
Hamid Karzai            | Hamed Karzai
Osama bin Laden         | Usama bin Ladin
Ayman al-Zawahiri       | Ayman al-Zawahri
Zine El Abidine Ben Ali | Zine al-Abidine Ben Ali
Slobodan Milosevic      | Slobodan Milošević
Radovan Karadzic        | Radovan Karadžić
Franjo Tudjman          | Franjo Tuđman
Lech Walesa             | Lech Wałęsa
Vaclav Havel            | Václav Havel
Gyula Horn              | Horn Gyula
Orbán Viktor            | Viktor Orbán
Peter Magyar            | Magyar Péter
Ferenc Gyurcsany        | Gyurcsány Ferenc
Shinzo Abe              | Abe Shinzo
Junichiro Koizumi       | Koizumi Junichiro
Roh Moo-hyun            | Roh Moo Hyun
Roh Moo-hyun            | Moo-hyun Roh
Lee Myung-bak           | Lee Myung Bak
Park Geun-hye           | Park Geun Hye
Moon Jae-in             | Moon Jae In
Kim Dae-jung            | Kim Dae Jung
Kim Jong-il             | Kim Jong Il
Hu Jintao               | Jintao Hu
Jiang Zemin             | Zemin Jiang
Chiang Kai-shek         | Chiang Kai Shek
Chen Shui-bian          | Chen Shui Bian
Tsai Ing-wen            | Tsai Ing Wen
Nguyen Tan Dung         | Nguyễn Tấn Dũng
Goh Chok Tong           | Goh Chok-tong
Mahathir Mohamad        | Mahathir bin Mohamad
Susilo Bambang Yudhoyono | Bambang Yudhoyono
J. R. Jayewardene       | Junius Jayewardene
P.V. Narasimha Rao      | P. V. Narasimha Rao
A.P.J. Abdul Kalam      | APJ Abdul Kalam
Atal Behari Vajpayee    | Atal Bihari Vajpayee
Pervez Musharraf        | Parvez Musharraf
George W. Bush          | George Bush
F. W. de Klerk          | Frederik Willem de Klerk
F.W. de Klerk           | Frederik de Klerk
Thabo Mbeki             | Thabo M. Mbeki
Robert Mugabe           | Robert Gabriel Mugabe
Ellen Johnson Sirleaf   | Ellen Johnson-Sirleaf
Jose Maria Aznar        | José María Aznar
Jose Luis Rodriguez Zapatero | José Luis Zapatero
Andres Manuel Lopez Obrador | Andrés Manuel López Obrador
Enrique Pena Nieto      | Enrique Peña Nieto
Luiz Inacio Lula da Silva | Luiz Inácio Lula da Silva
Hugo Chavez             | Hugo Chávez Frías
Sergio Vieira de Mello  | Sérgio Vieira de Mello
Javier Perez de Cuellar | Javier Pérez de Cuéllar
Gerhard Schroeder       | Gerhard Schröder
Kersti Kaljulaid        | President Kersti Kaljulaid
Sen. John Kerry         | John F. Kerry
Gen. Colin Powell       | Colin L. Powell
Lt. Gen. Ricardo Sanchez | Ricardo Sanchez
Jim Mattis              | James Mattis
Dick Cheney             | Richard B. Cheney
Chuck Hagel             | Charles T. Hagel
Tony Blair              | Anthony Blair
Mr. Tony Blair          | Tony Blair
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
Abdullah Gul            | Abdullah Ocalan
Ali Khamenei            | Ruhollah Khomeini
Abdullah Abdullah       | Abdullah Gul
Kim Yong Nam            | Kim Jong Nam
Kim Il Sung             | Kim Jong Il
Kim Yo Jong             | Kim Jong Un
Roh Tae-woo             | Roh Moo-hyun
Lee Hsien Loong         | Lee Kuan Yew
Nguyen Phu Trong        | Nguyen Tan Dung
Nguyen Xuan Phuc        | Nguyen Phu Trong
Wang Yi                 | Wang Qishan
Li Peng                 | Li Ping
Zhang Gaoli             | Zhang Dejiang
Raul Castro             | Fidel Castro
Nestor Kirchner         | Cristina Kirchner
Daniel Ortega           | Humberto Ortega
Laurent Kabila          | Joseph Kabila
Omar Bongo              | Ali Bongo
Gnassingbe Eyadema      | Faure Gnassingbe
Rafik Hariri            | Saad Hariri
Pierre Gemayel          | Bashir Gemayel
Jaroslaw Kaczynski      | Lech Kaczynski
Benazir Bhutto          | Zulfikar Ali Bhutto
Nawaz Sharif            | Shehbaz Sharif
Indira Gandhi           | Sonia Gandhi
Rajiv Gandhi            | Rahul Gandhi
Mahinda Rajapaksa       | Gotabaya Rajapaksa
Sheikh Mujibur Rahman   | Ziaur Rahman
Jeb Bush                | George W. Bush
Joe Biden               | Hunter Biden
Robert Kennedy          | Ted Kennedy
Mike Johnson            | Boris Johnson
David Cameron           | Cameron Davis
Michael Higgins         | Michael Hudgins
Jack Reed               | Harry Reid
Viktor Orban            | Viktor Ponta
Abdel Aziz Bouteflika   | Abdel Aziz Rantisi
Mohammed bin Salman     | Mohammed bin Nayef
Salman bin Abdulaziz    | Abdullah bin Abdulaziz
Mohammed bin Zayed      | Khalifa bin Zayed
Ivan Petrov             | Ivan Petrovic
Hassan Sheikh Mohamud   | Sheikh Sharif Ahmed
Carlos Menem            | Carlos Mesa
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
