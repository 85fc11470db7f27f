"""Names of a company's own things and offices that only begin like a company's: "Customer Hub", "Dealer Locator"."""

from classifiers.wording.patterns import Pattern

# What "customer", "client" or "dealer" is a part of: an office, a field of work, or something that is made for them.
FIELD_LIST = """
    success experience service services care support officer operations relations relationship relationships engagement
    onboarding journey journeys insight insights analytics intelligence data identity profile profiles record records
    segment segments feedback satisfaction loyalty rewards retention acquisition advocacy effort lifetime value voice
    health churn risk protection privacy consent trust education training academy certification enablement awards
    summit conference event events day days week advisory council panel community network forum team teams story stories
    spotlight account accounts area zone space workspace login access contact contacts self-service chat messaging
    message messages communication communications notification notifications email survey surveys review reviews
    reference references reporting report reports invoice invoices invoicing billing payment payments statement
    statements order orders ordering booking bookings quote quotes pricing price prices rates card cards wallet file
    files document documents vault library libraries calendar scheduler scheduling map maps matching referral referrals
    lookup search finder locator directory marketplace store exchange gateway connect connector cloud api sdk app apps
    portal portals dashboard dashboards hub hubs desk centre center console studio suite tool tools toolkit toolbox
    platform platforms page pages view views timeline inbox assistant agent agents bot copilot 360 id ids key keys
    secrets credentials certificates code lead leads deal deals sales marketing growth program programme programs
    management manager solutions onsite side edition mode devices device software
"""
FIELDS = frozenset(FIELD_LIST.split())
# A thing's name may begin with any word and end with one of these: "Client Lifecycle Portal".
THING_LIST = "portal dashboard hub app api sdk login finder locator toolkit console directory marketplace platform"
THINGS = frozenset(THING_LIST.split())
# Nouns of doing and being, which few companies bear as a first name: "Supplier Collaboration", "Client Entitlements".
ABSTRACT = Pattern(r"[a-z](?:ment|tion|sion|ship|ability)s?$")
# A thing, and no company, is available or in beta.
SAID_OF_THINGS = Pattern(
    r"^(?:is |are )?(?:now )?(?:(?:generally |publicly )?available|in (?:beta|preview)|out of beta)\b"
)


def is_own(name: str, behind: str = "") -> bool:
    """Whether the words after "customer" or "dealer" name no company, by themselves or by what is said of them."""
    words = name.casefold().split()
    if words[0] in FIELDS or words[-1] in THINGS or ABSTRACT.search(words[0]):
        return True
    return SAID_OF_THINGS.search(behind.lstrip()) is not None
