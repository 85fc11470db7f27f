"""Why a finding matters, as sentences: reasons put together, each thing said once, the account named once."""

from digest.why import unnamed, why
from domain.events import ImpactReason, ReasonKind

K = ReasonKind


def does(kind: ReasonKind, name: str, said: str, weight: float) -> ImpactReason:
    """A reason whose subject is the account."""
    return ImpactReason(kind=kind, text=f"{name} {said}", weight=weight, does=said)


def calder(kind: ReasonKind, said: str, weight: float) -> ImpactReason:
    return does(kind, "Calder", said, weight)


def other(kind: ReasonKind, text: str, theirs: str, weight: float) -> ImpactReason:
    return ImpactReason(kind=kind, text=text, weight=weight, theirs=theirs)


def own(name: str, weight: float) -> ImpactReason:
    return other(K.OWN_NEWS, f"it is {name} own news", "it is their own news", weight)


def told(*reasons: ImpactReason, cap: int = 44) -> str:
    return why(reasons, cap)


def test_what_an_account_buys_is_and_does_is_one_sentence() -> None:
    assert told(
        calder(K.SAME_PRODUCT, "buys your Halden Pharma", 0.6),
        calder(K.REGION, "is in the UK", 0.45),
        calder(K.INDUSTRY, "works in pharmaceutical distribution", 0.2),
    ) == ("Calder buys your Halden Pharma, is in the UK and works in pharmaceutical distribution.")


def test_a_reason_of_another_subject_stands_behind_and_speaks_of_them() -> None:
    said = told(
        calder(K.BOUND_BY, "is bound by GDP", 0.7),
        other(K.REGION, "Leeds is Calder's city", "Leeds is their city", 0.45),
    )
    assert said == "Calder is bound by GDP; Leeds is their city."


def test_behind_their_own_news_the_verbs_speak_of_several() -> None:
    said = told(
        does(K.NAMED_IN_TEXT, "Siemens", "is named in the text", 1.0),
        does(K.INCUMBENT_THERE, "Siemens", "runs Nvidia's DGX beside your Yard", 0.9),
        own("Siemens'", 0.95),
    )
    assert said == "It is Siemens' own news; they run Nvidia's DGX beside your Yard."


def test_of_their_own_news_it_need_not_be_said_where_they_are() -> None:
    said = told(own("Calder's", 0.8), calder(K.REGION, "is in the UK", 0.45))
    assert said == "It is Calder's own news."


def test_topic_and_trade_say_nothing_more_where_the_account_runs_what_changed() -> None:
    said = told(
        calder(K.INCUMBENT_THERE, "runs Tilray's CC Pharma beside your Halden Pharma", 0.9),
        calder(K.SAME_PRODUCT, "buys your Halden Pharma", 0.6),
        calder(K.TOPIC, "deals with parallel imports", 0.5),
        calder(K.INDUSTRY, "works in pharmaceutical distribution", 0.2),
    )
    assert said == "Calder runs Tilray's CC Pharma beside your Halden Pharma."


def test_a_trade_says_nothing_more_than_its_topic() -> None:
    said = told(calder(K.TOPIC, "deals with crop protection", 0.5), calder(K.INDUSTRY, "works in agriculture", 0.2))
    assert said == "Calder deals with crop protection."


def test_another_product_of_the_rivals_is_not_reason_enough() -> None:
    said = told(
        calder(K.SAME_PRODUCT, "buys your Yard", 0.3),
        calder(K.REGION, "is in the UK", 0.35),
        calder(K.INCUMBENT_THERE, "runs Vanta's GRC (not this product)", 0.4),
    )
    assert said == "Calder runs Vanta's GRC (not this product), is in the UK and buys your Yard."


def test_what_has_a_comma_of_its_own_ends_the_sentence() -> None:
    said = told(
        calder(K.SAME_PRODUCT, "buys your Halden Pharma", 0.6),
        calder(K.INCUMBENT_THERE, "runs Fathom's Feed, Gate and Dock", 0.4),
        calder(K.INDUSTRY, "works in retail", 0.2),
    )
    assert said == "Calder buys your Halden Pharma, works in retail and runs Fathom's Feed, Gate and Dock."


def test_another_company_of_a_like_name_keeps_it() -> None:
    said = told(
        does(K.BOUND_BY, "Marlowe", "is bound by DORA", 0.7),
        other(K.PARTNER_OF_ACCOUNT, "Marlowell is a partner of Marlowe", "Marlowell is a partner of theirs", 0.4),
    )
    assert said == "Marlowe is bound by DORA; Marlowell is a partner of theirs."


def test_a_reason_that_two_findings_give_takes_one_place() -> None:
    said = told(
        calder(K.BOUND_BY, "is bound by GDP", 0.7),
        calder(K.SAME_PRODUCT, "buys your Halden Pharma", 0.6),
        calder(K.SAME_PRODUCT, "buys your Halden Pharma", 0.6),
        calder(K.REGION, "is in the UK", 0.45),
    )
    assert said == "Calder is bound by GDP, buys your Halden Pharma and is in the UK."


def test_an_account_whose_name_begins_with_a_place_is_not_that_place() -> None:
    city = other(K.REGION, "Leeds is Leeds City Council's city", "Leeds is their city", 0.45)
    council = does(K.INDUSTRY, "Leeds City Council", "works in government", 0.2)
    assert told(city, council) == "Leeds is Leeds City Council's city; they work in government."
    country = other(
        K.REGION, "Paris is in France, where Paris Saint Germain is", "Paris is in France, where they are", 0.6
    )
    sport = does(K.INDUSTRY, "Paris Saint Germain", "works in sport", 0.2)
    assert told(country, sport) == "Paris is in France, where Paris Saint Germain is; they work in sport."
    bound = does(K.BOUND_BY, "Paris Saint Germain", "is bound by Paris's Charter", 0.7)
    metro = "Paris's Metro is a partner of"
    partner = other(K.PARTNER_OF_ACCOUNT, f"{metro} Paris Saint Germain", f"{metro} theirs", 0.4)
    said = "Paris Saint Germain is bound by Paris's Charter; Paris's Metro is a partner of theirs."
    assert told(bound, partner) == said


def test_a_crowded_item_gives_the_reasons_that_fit_and_breaks_none_off() -> None:
    long = "runs Depotix Yard Management Enterprise Suite with Gate and Dock beside your Yard"
    runs, bound = calder(K.INCUMBENT_THERE, long, 0.9), calder(K.BOUND_BY, "is bound by GDP", 0.7)
    place = calder(K.REGION, "is in the UK", 0.45)
    assert told(runs, bound, place, cap=24) == f"Calder {long}, is bound by GDP and is in the UK."
    assert told(runs, bound, place, cap=21) == f"Calder {long} and is bound by GDP."
    assert told(runs, bound, place, cap=13) == "Calder is bound by GDP and is in the UK."
    assert told(runs, cap=13).endswith("…."), "where nothing fits the mail stays short"


def test_who_is_not_named_is_said_to_be_so_where_they_run_nothing_of_it_either() -> None:
    rule = ImpactReason(kind=K.BOUND_BY, text="Calder is bound by GDP", weight=0.7)
    runs = ImpactReason(kind=K.INCUMBENT_THERE, text="Calder runs Tilray", weight=0.8)
    assert unnamed((rule,)) == "Not named in the text."
    assert unnamed((rule, runs)) == ""
