"""In news, filings and terms of use a word is told from the company by the words that such texts put around it."""

import pytest

from accounts import Names
from domain.accounts import Account


def words_found(text: str, account: Account) -> list[str]:
    return [mention.words for mention in Names((), (account,)).find(text)]


COMPANY = (
    ("Heron", "Your Heron profile can be seen by others."),
    ("Heron", "You may link it with your Keld, Heron or Marlow accounts."),
    ("Heron", "Log in with Heron/Keld to go on."),
    ("Heron", "If a Heron employee asks for your password, tell us."),
    ("Heron", "4.2 Heron strives to answer within a day."),
    ("Heron", "The data go to Heron Ireland, Limited."),
    ("Heron", "Heron acts as a processor."),
    ("Heron", "Heron only collects what it needs."),
    ("Heron", "We keep your data unless Heron has your consent."),
    ("Heron", "Leeds-based Heron gained 2 per cent."),
    ("Heron", "The Heron-owned depot in Leeds burned down."),
    ("Heron", "Keld rose 2.1 per cent and Heron 1.4 per cent."),
    ("Heron", "Shares of Keld slid 3.2% and those of Heron 4.8% on Friday."),
    ("Heron", "Keld would close Heron shops as leases end."),
    ("Heron", "Customer agrees to the Heron Subscriber Terms."),
    ("Heron", "Add people to a board in Heron by sharing a link."),
    ("Heron", "Single sign-on via Heron."),
    ("Heron", "The ex-Heron manager now runs Keld."),
    ("Heron", "Heron stopped using the name last year."),
    ("Heron", "It holds up, said Jo Marsh of Heron."),
    ("Heron", "Heron sued by investors over its prices"),
    ("Heron", "Heron joined the board of the charging alliance with Keld."),
    ("Heron", "Heron won 2-1 in the Court of Appeals."),
    ("Heron", "The satellite Heron operates was launched in May."),
    ("Heron", "A former student at Harvard from Heron joined the panel."),
    ("Dell", "Dell, who makes laptops in Texas, cut its outlook."),
    ("Heron", "Heron, Spirit and JetBlue cut routes to Florida."),
    ("Bloom", "Bloom fuels growth with its new cell."),
    ("Subway", "Subway franchisees push back against a coupon plan."),
    ("Mercury", "Startups moved deposits to Mercury within days."),
    ("Gold", "Gold hit its sales target in May."),
    ("Heron", "Heron beat Keld on price."),
    ("Heron", "Heron shares were flat."),
    ("Heron", "La compra por Heron de Repsol se cerró ayer."),
    ("Heron", "They work for Heron de México."),
    ("Ford", "Ford fired Jo Marsh after his third quarter."),
    ("Heron", "In Cambridge, Heron designs chips."),
    ("Heron", "The film Heron paid for won two prizes."),
    ("Heron", "Holders of Heron Sapphire cards travel free."),
    ("Heron", "Heron and Marlow today announced a joint depot."),
    ("Heron", "Keld and Heron Expand Partnership to Build Depots"),
    ("Heron", "Heron Kicks Off the Next Season"),
    ("Heron", "The Board of Directors of Heron has appointed Jo Marsh Vice President and Officer."),
)
ANOTHER = (
    ("Enterprise", "Enterprise customers may ask for a report."),
    ("Basic", "As a Basic member you may send ten messages."),
    ("Web", "We use cookies on our Web App."),
    ("Common", "It sold shares of Common Stock."),
    ("Common", "It sold ten shares (the “Common Stock”)."),
    ("Liberty", "The ferry goes to the Statue of Liberty."),
    ("Use", "That is against our Terms of Use."),
    ("Form", "The fees stand in the Order Form."),
    ("Track", "Many browsers send a Do Not Track signal."),
    ("Manage", "Click on “Manage My Choices” to change them."),
    ("Fruit", "They show you members with the same Fruit."),
    ("Fossil", "Fossil fuels supplied 60% of the power."),
    ("Data", "Data collected by partners is deleted."),
    ("Wire", "Wire transfers sent after 4 p.m. wait until the next day."),
    ("Honest", "Honest reviews help other guests to choose."),
    ("Progress", "Progress has been slow, the mediator said."),
    ("Heron", "The tours start in Leeds-upon-Heron."),
    ("Heron", "It opens a centre with 1,500 jobs in Heron, Virginia."),
    ("Popular", "The Spanish lender Banco Popular was sold."),
    ("Keld", "The union Keld said that drivers would walk out."),
    ("Keld", "Researchers from Stanford and Keld tested the model."),
    ("Keld", "He teaches at the Wharton School at Keld."),
    ("Wells", "H.G. Wells imagined it in 1895."),
    ("Harris", "It ran well, Harris told investors on her first call."),
    ("Keld", "A professor at Keld studies whales."),
    ("Keld", "She has a degree in law from Keld."),
    ("Keld", "Leeds beat Keld 72-60 on Sunday."),
    ("Keld", "The drug slows the course of Keld's disease."),
    ("Keld", "The magazine Keld was founded in 1841."),
    ("Keld", "Police in Keld de Janeiro raided the offices."),
    ("Dave", "A co-founder Dave still answers the mail."),
    ("Williams", "Prices held up, she told Williams, who has covered the trade for years."),
    ("Mercury", "NASA's probe reached Mercury in November."),
    ("Mars", "A year on Mars takes 687 days."),
    ("Saturn", "Saturn has 145 moons."),
    ("Copper", "Copper fell to a low of $9,000 a tonne."),
    ("Gold", "Gold hit a record on Monday."),
    ("Aspen", "The bankers met in Aspen over the weekend."),
    ("Duke", "Duke beat Kansas on Saturday."),
    ("Phoenix", "Phoenix hit 47 degrees in July."),
    ("Lincoln", "Lincoln is the county seat of Lancaster County."),
    ("Independent", "Independent directors voted against."),
    ("Merit", "Merit pay was agreed with the union."),
    ("Harris", "Harris joined the board in May."),
    ("Emerson", "Consistency, as Emerson put it, is the hobgoblin of little minds."),
    ("Devon", "It supplies water in Cornwall and Devon."),
)


@pytest.mark.parametrize(("name", "text"), COMPANY)
def test_what_only_a_company_has_or_does_shows_it(name: str, text: str) -> None:
    assert words_found(text, Account(name=name, ambiguous=True)) == [name]


@pytest.mark.parametrize(("name", "text"), ANOTHER)
def test_plans_terms_people_schools_and_titles_bear_its_name_too(name: str, text: str) -> None:
    assert words_found(text, Account(name=name, ambiguous=True)) == []


KELD = Account(name="Keld", aliases=("Keld Air Group, Inc.",), domains=("keldhomes.example",), ambiguous=True)


@pytest.mark.parametrize("words", ["Keld Airlines", "Keld Homes"])
def test_a_word_of_the_legal_name_or_of_the_address_behind_it_shows_the_company(words: str) -> None:
    assert words_found(f"The judge let {words} go on.", KELD) == ["Keld"]


def test_another_trade_behind_it_does_not_show_the_company() -> None:
    assert words_found("The judge let Keld Semiconductor go on.", KELD) == []


def test_a_group_is_another_where_the_legal_name_goes_on_otherwise() -> None:
    assert words_found("Keld Group, the commodity trader, defaulted on its bonds.", KELD) == []


def test_a_hyphen_in_the_legal_name_is_as_good_as_a_space() -> None:
    parker = Account(name="Keld", aliases=("Keld-Hannover Corporation",), ambiguous=True)
    assert words_found("LEEDS – Keld Hannover Corporation announced a dividend.", parker) == ["Keld"]


def test_several_corporate_endings_are_left_out_together() -> None:
    liberty = Account(name="Liberty", aliases=("Liberty Mutual Holding Company Inc.",), ambiguous=True)
    assert words_found("A survey by Liberty Mutual Insurance shows it.", liberty) == ["Liberty Mutual"]


def test_a_surname_alone_makes_no_name_doubtful() -> None:
    assert words_found("Emerson bonuses vary.", Account(name="Emerson")) == ["Emerson"]
