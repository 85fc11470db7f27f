"""Why a finding matters, as sentences: reasons put together, each thing said once, the account named once."""

from digest.why import unnamed, why
from domain.accounts import Account
from domain.events import ImpactReason, ReasonKind

K = ReasonKind
CALDER = Account(name="Calder Pharma Wholesale", aliases=("Calder",))
SIEMENS = Account(name="Siemens AG")


def told(account: Account, *reasons: tuple[ReasonKind, str, float], cap: int = 44) -> str:
    found = [ImpactReason(kind=kind, text=text, weight=weight) for kind, text, weight in reasons]
    return why(found, account, cap)


def test_what_an_account_buys_is_and_does_is_one_sentence() -> None:
    assert told(
        CALDER,
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.REGION, "Calder is in the UK", 0.45),
        (K.INDUSTRY, "Calder works in pharmaceutical distribution", 0.2),
    ) == ("Calder buys your Halden Pharma, is in the UK and works in pharmaceutical distribution.")


def test_a_reason_of_another_subject_stands_behind_and_speaks_of_them() -> None:
    said = told(CALDER, (K.BOUND_BY, "Calder is bound by GDP", 0.7), (K.REGION, "Leeds is Calder's city", 0.45))
    assert said == "Calder is bound by GDP; Leeds is their city."


def test_behind_their_own_news_the_verbs_speak_of_several() -> None:
    said = told(
        SIEMENS,
        (K.NAMED_IN_TEXT, "Siemens is named in the text", 1.0),
        (K.INCUMBENT_THERE, "Siemens runs Nvidia's DGX beside your Yard", 0.9),
        (K.OWN_NEWS, "it is Siemens' own news", 0.95),
    )
    assert said == "It is Siemens' own news; they run Nvidia's DGX beside your Yard."


def test_of_their_own_news_it_need_not_be_said_where_they_are() -> None:
    said = told(CALDER, (K.OWN_NEWS, "it is Calder's own news", 0.8), (K.REGION, "Calder is in the UK", 0.45))
    assert said == "It is Calder's own news."


def test_topic_and_trade_say_nothing_more_where_the_account_runs_what_changed() -> None:
    said = told(
        CALDER,
        (K.INCUMBENT_THERE, "Calder runs Tilray's CC Pharma beside your Halden Pharma", 0.9),
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.TOPIC, "Calder deals with parallel imports", 0.5),
        (K.INDUSTRY, "Calder works in pharmaceutical distribution", 0.2),
    )
    assert said == "Calder runs Tilray's CC Pharma beside your Halden Pharma."


def test_a_trade_says_nothing_more_than_its_topic() -> None:
    said = told(
        CALDER, (K.TOPIC, "Calder deals with crop protection", 0.5), (K.INDUSTRY, "Calder works in agriculture", 0.2)
    )
    assert said == "Calder deals with crop protection."


def test_another_product_of_the_rivals_is_not_reason_enough() -> None:
    said = told(
        CALDER,
        (K.INCUMBENT_THERE, "Calder runs Fathom's Feed, not this", 0.4),
        (K.TOPIC, "Calder deals with hotel prices", 0.5),
    )
    assert said == "Calder deals with hotel prices and runs Fathom's Feed, not this."


def test_what_has_a_comma_of_its_own_ends_the_sentence() -> None:
    said = told(
        CALDER,
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.INCUMBENT_THERE, "Calder runs Fathom's Feed, not this", 0.4),
        (K.INDUSTRY, "Calder works in retail", 0.2),
    )
    assert said == "Calder buys your Halden Pharma, works in retail and runs Fathom's Feed, not this."


def test_another_company_of_a_like_name_keeps_it() -> None:
    said = told(
        Account(name="Marlowe"),
        (K.BOUND_BY, "Marlowe is bound by DORA", 0.7),
        (K.PARTNER_OF_ACCOUNT, "Marlowell is a partner of Marlowe", 0.4),
    )
    assert said == "Marlowe is bound by DORA; Marlowell is a partner of theirs."


def test_a_reason_that_two_findings_give_takes_one_place() -> None:
    said = told(
        CALDER,
        (K.BOUND_BY, "Calder is bound by GDP", 0.7),
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.REGION, "Calder is in the UK", 0.45),
    )
    assert said == "Calder is bound by GDP, buys your Halden Pharma and is in the UK."


def test_a_crowded_item_gives_two_reasons() -> None:
    said = told(
        CALDER,
        (K.BOUND_BY, "Calder is bound by GDP", 0.7),
        (K.SAME_PRODUCT, "Calder buys your Halden Pharma", 0.6),
        (K.REGION, "Calder is in the UK", 0.45),
        cap=17,
    )
    assert said == "Calder is bound by GDP and buys your Halden Pharma."


def test_who_is_not_named_is_said_to_be_so_where_they_run_nothing_of_it_either() -> None:
    rule = ImpactReason(kind=K.BOUND_BY, text="Calder is bound by GDP", weight=0.7)
    runs = ImpactReason(kind=K.INCUMBENT_THERE, text="Calder runs Tilray", weight=0.8)
    assert unnamed((rule,)) == "Not named in the text."
    assert unnamed((rule, runs)) == ""
