"""A company is found by its names, and an ordinary word is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts import Names
from domain.accounts import Account
from domain.sources import Competitor


def words_found(text: str, *accounts: Account) -> list[str]:
    return [mention.words for mention in Names((), accounts).find(text)]


def named(name: str, *, ambiguous: bool = False) -> Account:
    return Account(name=name, ambiguous=ambiguous)


COMPANY = (
    ("Shell", "The regulator fined Shell last week."),
    ("Shell", "Shell's profit fell in the third quarter."),
    ("Square", "Merchants moved from Stripe to Square."),
    ("Orange", "Orange has signed the licence in Mali."),
    ("Oracle", "Shares of Oracle Corp. rose after hours."),
    ("Sage", "Sage (LSE: SGE) raised its forecast."),
    ("Indeed", "They posted the roles on LinkedIn, Indeed, and Glassdoor."),
    ("Compass", "Compass, the largest broker in the city, cut its fees."),
    ("Bolt", "Riders compared Uber and Bolt in Riga."),
    ("Marlowe", "The tender went to Marlowe after a second round."),
    ("Harbour", "Harbour announced two new ferries."),
    ("Block", "Block Inc is to report on Friday."),
    ("Ring", "Ring Raises the Price of Its Home Plan"),
    ("Square", "PORT AUTHORITY SUES SQUARE OVER LATE FEES"),
    ("Orbit", "ORBIT TO BUY THREE DEPOTS FROM KELD"),
    ("Unity", "Unity scrapped its fee after protests."),
    ("Harbour", "Harbour and Keld to merge their ferries."),
    ("Oracle", "Keld Loses Its Appeal Against Oracle"),
    ("Monday", "Boards from Keldware or Monday can be imported."),
    ("Sunday", "Shares in Sunday fell by a fifth."),
    ("Heron", "Heron streicht 300 Stellen."),
    ("Heron", "Heron abrirá una planta en Vigo."),
    ("Heron", "Heron vend sa filiale belge."),
    ("Heron", "Der Küchenausrüster Heron wächst weiter."),
    ("Heron", "Dishwashers in the test: Heron ahead of Keld"),
    ("Heron", "LEEDS — Heron® is sold in ten countries."),
    ("Heron", "Heron and eKeld Freight UK merge, the regulator clears the deal"),
    ("Durham", "Drivers like the pay in Durham's depots."),
    ("Nest", "The group closes its Nest division."),
    ("Heron", "On March 30, 2010, Heron entered into a loan agreement."),
    ("Heron", "Throughout 2026, Heron will show more of its depots."),
    ("Branch", "Branch generates a link for each campaign."),
    ("Heron", "Heron also pledged to lower its fees."),
    ("Heron", "Heron Found Liable in Tax Case"),
    ("Heron", "The agent is a subsidiary of Keld (“Heron”)."),
    ("Heron", "For [Heron](https://heron.example) see the list below."),
    ("Heron", "Sign in with Apple, Google or Heron."),
    ("Heron", "News Releases | Heron Newsroom."),
    ("Heron", "All Heron members agree to behave."),
    ("Heron", "The data are sent to Heron in the United States."),
    ("Keld", "Die Daten werden verarbeitet und an Keld übermittelt."),
    ("Heron", "Les données sont stockées sur les serveurs Heron et détruites."),
    ("X", "Advertisers that left X in 2023 were sued."),
    ("Heron", "- Heron not interested in deal, its chief says"),
    ("Heron", "Heron wehrt sich gegen die Wahl."),
    ("Heron", "The data go to Heron Ireland Limited, Dublin."),
    ("Heron", "You can pay at any Heron location without a card."),
)
ORDINARY = (
    ("Shell", "The shell of the old factory was sold."),
    ("Square", "Shell companies near Trafalgar Square were raided."),
    ("Orange", "Orange juice futures fell."),
    ("Oracle", "The Delphi Oracle Project ended."),
    ("Sage", "Use sage advice when you plan."),
    ("Indeed", "Indeed it was a hard year."),
    ("Compass", "Compass readings were wrong all day."),
    ("Bolt", "Usain Bolt opened the games."),
    ("Marlowe", "Christopher Marlowe wrote plays."),
    ("Marlowe", "The witness, Mr Marlowe, declined."),
    ("Harbour", "Sydney Harbour was closed to traffic."),
    ("Block", "Block 42 is to be demolished."),
    ("Gap", "Mind the gap between budget and forecast."),
    ("Sunday", "The shop opens on Sunday, as ever."),
    ("Target", "Target Wholesale Partners LLC went bankrupt."),
    ("Oracle", "In the old story the Oracle speaks twice."),
    ("Ally", "An old friend became an Ally in the dispute."),
    ("Zoom", "The lens has an optical Zoom and a hood."),
    ("Shell", "Add it to the Shell profile."),
    ("Wise", "It is Wise to keep receipts."),
    ("Indeed", "Indeed, the whole trade suffers."),
    ("Orange", "ORANGE ALERT ISSUED FOR THE COAST"),
    ("Block", "COUNCIL MOVES TO END THE BLOCK ON PERMITS"),
    ("Bolt", "One Bolt of lightning struck the mast."),
    ("Monday", "The market is closed on Monday or Tuesday."),
    ("Sharp", "Sharp falls in tech shares dragged the index down."),
    ("Upstart", "Upstart rivals have taken a fifth of the market."),
    ("Durham", "The plant in Durham makes balers."),
    ("Durham", "A mill in Durham, New Hampshire, burned down."),
    ("Durham", "El puerto de Durham movió más carga."),
    ("Durham", "The ferry between Durham and Vigo stops."),
    ("Jordan", "Norway, the Faroes and Jordan agreed on quotas."),
    ("Heron", "Le capitaine Heron reprend la mer."),
    ("Heron", "Heron was born in Leeds in 1820."),
    ("Heron", "Mit der Heron kommt man schneller ans Ziel."),
    ("Heron", "Water boils at 100 degrees Heron."),
    ("Heron", "Heron is a four-year-old spaniel."),
    ("Heron", "Volunteers from Keld and Heron cleaned the riverbank."),
    ("Heron", "The white cliffs of Heron draw visitors."),
    ("Mars", "The rover landed on Mars in February."),
    ("Block", "You can Unmatch or Block & Report the member."),
    ("ICE", "Cars with an internal combustion engine (ICE) are banned."),
    ("EA", "She is executive assistant (EA) to the mayor."),
    ("Kraft", "Die Verordnung tritt am 1. Januar in Kraft."),
    ("X", "Cheaper than the iPhone X was at first."),
    ("Heron", "Lt. Heron was promoted."),
    ("Justice", "The Department of Justice announced a fine."),
    ("Plan", "They signed an Agreement and Plan of Merger."),
    ("Platform", "The Site and Platform use cookies."),
    ("Premium", "En tant que membre Premium, vous avez accès aux photos."),
    ("Union", "Les pays de l'Union sont concernés."),
    ("Direct", "* Direct interaction with others is deleted."),
    ("Heron", "Keld & Heron opened eleven stores."),
    ("Node", "Support for Node.js 20 ends in April."),
)


@pytest.mark.parametrize(("name", "text"), COMPANY)
def test_an_ordinary_word_is_the_company_where_the_words_around_show_it(name: str, text: str) -> None:
    assert [words.casefold() for words in words_found(text, named(name, ambiguous=True))] == [name.casefold()]


@pytest.mark.parametrize(("name", "text"), ORDINARY)
def test_an_ordinary_word_is_not_the_company_elsewhere(name: str, text: str) -> None:
    assert words_found(text, named(name, ambiguous=True)) == []


def test_an_ordinary_word_is_found_to_be_one_without_being_declared() -> None:
    assert words_found("Target bonuses vary by position.", named("Target")) == []


@pytest.mark.parametrize("name", ["Otto", "Durham", "Carrefour", "Metro", "Mango"])
def test_first_names_towns_and_words_of_other_languages_are_ordinary_too(name: str) -> None:
    assert words_found(f"{name} bonuses vary by position.", named(name)) == []


def test_an_article_does_not_hide_a_company_that_is_called_with_one() -> None:
    assert words_found("He left the Gap in May.", Account(name="The Gap, Inc.", aliases=("Gap",))) == ["Gap"]
    assert words_found("He left the Gap in May.", Account(name="Gap, Inc.", aliases=("Gap",))) == []


def test_a_name_that_a_text_uses_in_small_letters_too_needs_a_clue_there() -> None:
    quillor = named("Quillor")
    assert words_found("Quillor birds sing; every quillor does.", quillor) == []
    assert words_found("Every quillor sings. Quillor announced two ships.", quillor) == ["Quillor"]
    assert words_found("Quillor birds sing.", quillor) == ["Quillor"]


def test_a_person_of_that_name_is_not_the_company() -> None:
    for text in ("Judge Quillor adjourned.", "Jürgen Quillor scored.", "Dr. Quillor spoke."):
        assert words_found(text, named("Quillor")) == []
    assert words_found("A letter from Quillor arrived.", named("Quillor")) == ["Quillor"]


def test_what_the_account_file_says_of_an_account_is_a_clue() -> None:
    summit = Account(name="Summit", industry="outdoor retail", topics=("card terminals",))
    assert words_found("Summit Trail Terminals: Retail Update", summit) == ["Summit"]
    assert words_found("Summit Trail Leaders: Geneva Update", summit) == []


def test_a_name_of_several_ordinary_words_that_is_declared_ambiguous_needs_a_clue() -> None:
    shop = named("Best Buy", ambiguous=True)
    assert words_found("Best Buy of the Week: a kettle", shop) == []
    assert words_found("Best Buy cut its outlook.", shop) == ["Best Buy"]


def test_a_name_is_found_as_a_whole_word_only() -> None:
    assert words_found("A pineapple, grapples and an Applebee's.", named("Apple")) == []


def test_one_sure_mention_makes_the_others_in_the_text_sure() -> None:
    text = "Spectrum Launches Fibre in Jones County. The county thanked Spectrum."
    assert words_found(text, named("Spectrum", ambiguous=True)) == ["Spectrum", "Spectrum"]


def test_legal_forms_cases_accents_and_apostrophes_do_not_hide_a_name() -> None:
    account = Account(name="Société Générique S.A.", aliases=("Générique",))
    text = "SOCIETE GENERIQUE, Societe Generique SA and Générique’s bank"
    assert words_found(text, account) == ["SOCIETE GENERIQUE", "Societe Generique", "Générique"]


def test_offsets_count_code_points_of_the_original_even_where_folding_lengthens_it() -> None:
    text = "Straße 🏬 ﬁx: Nordvale plc"
    (mention,) = Names((), (named("Nordvale plc"),)).find(text)
    assert text[mention.start : mention.end] == mention.words == "Nordvale plc"


def test_a_decomposed_accent_belongs_to_the_words_found() -> None:
    text = "Cafe\u0301 Nero opens."
    assert words_found(text, named("Café Nero")) == ["Cafe\u0301 Nero"]


def test_the_longest_name_wins() -> None:
    building, mutual = named("Nationwide Building Society"), Account(name="Nationwide Mutual", aliases=("Nationwide",))
    found = Names((), (building, mutual)).find("It moved to Nationwide Building Society.")
    assert [mention.subject.name for mention in found] == ["Nationwide Building Society"]


def test_domains_are_found_but_not_inside_other_domains() -> None:
    account = Account(name="Marlowe Travel", domains=("marlowe.example",))
    text = "See www.marlowe.example/rates, not my-marlowe.example or marlowe.example.net."
    assert words_found(text, account) == ["marlowe.example"]


def test_a_ticker_counts_only_where_tickers_stand() -> None:
    account = Account(name="Quorvane Industries", tickers=("CAT",))
    assert words_found("Quartz (NYSE: CAT) fell, and so did $CAT", account) == ["CAT", "CAT"]
    assert words_found("CAT scans and the cat's CAT", account) == []


def test_a_former_name_is_the_company() -> None:
    assert words_found("Calyx Farms was sued", Account(name="Cibra Inc.", former_names=("Calyx Farms, Inc.",))) == [
        "Calyx Farms"
    ]


def test_two_companies_may_share_a_name_and_competitors_are_found_beside_accounts() -> None:
    names = Names((Competitor(name="Brightvane", aliases=("BV Data",)),), (Account(name="BV Data Ltd"),))
    assert [mention.subject.kind.value for mention in names.find("BV Data grows")] == ["competitor", "account"]


def test_a_field_that_holds_a_name_is_that_company_even_where_the_name_is_an_ordinary_word() -> None:
    names = Names((), (Account(name="Target Corporation", aliases=("Target",), ambiguous=True),))
    assert [subject.name for written in ("TARGET CORP", "Target", "target") for subject in names.whose(written)] == [
        "Target Corporation"
    ] * 3
    assert names.whose("Target Wholesale Partners LLC") == ()


def test_a_heading_that_runs_into_its_text_names_the_company_twice() -> None:
    assert words_found("About Heron Heron is a maker of pumps.", named("Heron", ambiguous=True)) == ["Heron", "Heron"]


def test_a_name_before_the_ticker_of_another_is_the_other() -> None:
    heron = Account(name="Heron", tickers=("HRN",), ambiguous=True)
    assert words_found("Heron Pumps (NYSE: HPU) raised its dividend.", heron) == []
    assert words_found("Heron Pumps (NYSE: HRN) raised its dividend.", heron) == ["Heron", "HRN"]


def test_no_names_find_nothing() -> None:
    assert Names((), ()).find("Apple") == ()


ANY_TEXT = st.text(
    st.sampled_from("Aa apleÉé\u0301ßﬁ İ.,'’()\n🏬Inc$NYSE:-0") | st.characters(codec="utf-8"), max_size=80
)


@given(ANY_TEXT, ANY_TEXT)
def test_words_found_in_any_text_stand_at_their_offsets(before: str, after: str) -> None:
    accounts = (named("Apple", ambiguous=True), Account(name="Éclair Fils SA", domains=("eclair.example",)))
    text = f"{before} Éclair Fils {after}"
    found = Names((), accounts).find(text)
    assert all(text[mention.start : mention.end] == mention.words != "" for mention in found)
    assert list(found) == sorted(found, key=lambda mention: mention.start)
    assert any(mention.subject.name == "Éclair Fils SA" for mention in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Quillor", "The mayor closed the hotel Quillor for a week."),
        ("Quillor", "La caserne du quartier Quillor sera vendue."),
        ("Quillor", "Volunteers in Quillor planted oaks."),
        ("Quillor", "Die schwedische Quillor verliert an Wert."),
        ("Quillor", "L'avenue du général Quillor sera fermée."),
        ("Bright Bread", "Bright bread tins sell best."),
    ],
)
def test_places_streets_and_houses_of_a_doubtful_name_are_not_the_company(name: str, text: str) -> None:
    assert words_found(text, named(name, ambiguous=True)) == []


@pytest.mark.parametrize("text", ["Linde, Air Liquide und Quillor erhöhen die Preise.", "A stake in Quillor was sold."])
def test_lists_of_names_and_stakes_show_the_company(text: str) -> None:
    assert words_found(text, named("Quillor", ambiguous=True)) == ["Quillor"]
