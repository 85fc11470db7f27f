"""How the chunks of a sentence tell a move: each way as a pattern over their letters (`cues`)."""

from dataclasses import dataclass

from classifiers.wording.patterns import Pattern
from domain.findings import Move

FEW = "[wn]{0,3}"
MORE = "[wnfO]{0,4}"
# Set off by commas: an office, what somebody did before, who somebody was.
SET_OFF = "(?:,[^N;:xRrt]{1,12}?,?|,x[^N;:Rrt]{1,14}?,)?"
NAMES = "((?:N,?&?)*N)"
BE = "(?:[bik]|xh|Pb)*"
BY = "(?:y[wO]{1,3},?)?"
FROM_OFFICE = "(?:m[wO]{1,3}[bs]?)?"
# Where a verb without its office stands alone: "retires in June".
ALONE = "(?:$|[,;:&bimkxysw(])"


@dataclass(frozen=True, slots=True)
class Way:
    """A pattern with the groups of its people and of their office (0: none is named)."""

    pattern: Pattern
    move: Move
    people: int
    office: int = 0


def way(pattern: str, move: Move, people: int, office: int = 0) -> Way:
    return Way(Pattern(pattern), move, people, office)


def comes(pattern: str, people: int = 1, office: int = 2, *, rises: bool = False, stands_in: bool = False) -> Way:
    return way(pattern, Move.PROMOTED if rises else Move.INTERIM if stands_in else Move.JOINED, people, office)


def goes(pattern: str, people: int = 1, office: int = 2) -> Way:
    return way(pattern, Move.LEFT, people, office)


# In order: of each person the first that fits counts.
COMES = (
    comes(rf"n(O),{NAMES},?{BE}[JT]", 2, 1),
    comes(rf"[AP]{MORE}{NAMES}{SET_OFF},?[bwum]{{0,6}}[sJT]s?{FEW}(O)"),
    comes(rf"[VU]{MORE}{NAMES}{SET_OFF}{FROM_OFFICE}[sbw]{FEW}(O)", rises=True),
    comes(rf"[AP]{MORE}{NAMES},f?O,n?(O)(?:$|[,;&])"),
    comes(rf"[AP]{MORE}{NAMES},?n?(O)"),
    comes(rf"[AP]{MORE}{NAMES}{SET_OFF}b{FEW}(O)"),
    comes(rf"(O)[^NO]{{0,8}}[AP]{MORE}{NAMES}{SET_OFF}F", 2, 1),
    comes(rf"a{MORE}{NAMES}{SET_OFF}[sb]?{FEW}(O)"),
    comes(rf"(N)w?vs{FEW}(O)"),
    comes(rf"A[wmn]{{0,4}}(O):?,?{NAMES}", 2, 1),
    comes(rf"{NAMES}{SET_OFF},?x?{BE}w?U{BY}{FROM_OFFICE}[sb]?{FEW}(O)", rises=True),
    comes(rf"{NAMES}{SET_OFF},?x?{BE}P{BY}[bw]{{0,3}}s?{FEW}(O)"),
    comes(rf"{NAMES}{SET_OFF}{BE}[JT][wbNO]{{0,5}}s{FEW}(O)(?:$|[^GJT])"),
    comes(rf"{NAMES}{SET_OFF},?x?{BE}[JT]{FEW}(O)"),
    comes(rf"{NAMES}s(O)[PU]"),
    comes(rf"{NAMES}{SET_OFF},?{BE}Ss?(O)", stands_in=True),
    comes(r"(N)bw?n(O)"),
    comes(r"^[va]:w{0,3}(O),?(N)", 2, 1),
    comes(r"n(O)w?b(N)", 2, 1),
    comes(r"(N)bs(O)"),
    comes(r"^(?:xb)?(N),w?n(O)(?:$|,[rtw])"),
    comes(r"^w?n(O)w{0,3}[:-](N)", 2, 1),
    comes(rf"n(O),?(N),?{BE}[JTP]", 2, 1),
)
GOES = (
    goes(rf"{NAMES}{SET_OFF}{BE}G[wbm]{{0,4}}sw?(O)"),
    goes(rf"{NAMES}{SET_OFF}{BE}G[wm]{{0,2}}O&s{FEW}(O)"),
    goes(rf"(?:^|[^sO&b])(O),?w?{NAMES},?{BE}G", 2, 1),
    goes(rf"{NAMES},{FEW}(O)[,&wO()]{{0,12}}{BE}G"),
    goes(rf"(N),x[bfsw]{{0,4}}(O)w{{0,4}},{BE}G"),
    goes(rf"(N),{FEW}(O),[^NOh;:]{{0,10}}h{BE}G"),
    goes(rf"(N),{FEW}(O),[^NO;:]{{0,6}}(?:G|bx)[^;:]{{0,8}}eb*E"),
    goes(rf"{NAMES}{SET_OFF}{BE}G[wmb]{{0,3}}(O)"),
    goes(rf"{NAMES}{SET_OFF}{BE}[GX][^N;:x]{{0,8}}G[wb]{{0,2}}(O)"),
    goes(rf"(O){BE}G:(N)", 2, 1),
    goes(rf"(O)w{{0,4}}:(N),?{BE}G", 2, 1),
    goes(r"^[^NO]{0,5}G(O),?(N)", 2, 1),
    goes(r"^[uG]:w{0,3}(O),?(N)", 2, 1),
    goes(r"(N)[^N;:x]{0,16}us(O)"),
    goes(r"g[wn]{0,3}(O),?(N)", 2, 1),
    goes(rf"g{NAMES},?{FEW}s{FEW}(O)"),
    goes(rf"g{NAMES},{FEW}(O)"),
    goes(rf"g{NAMES}mw?(O)"),
    goes(rf"(N)w?us{FEW}(O)"),
    goes(rf"(N)w?es{FEW}(O).?{BE}[EX]"),
    goes(rf"e(N),?(O),?{BE}E"),
    goes(r"X[wn]{0,3}(O),?(N)", 2, 1),
    goes(r"X(N),?[ws]{0,3}(O)"),
    goes(rf"X(N)w?[eu]w?s{FEW}(O)"),
    goes(r"(O),?(N),?b*X(?:y|$|[,;&])", 2, 1),
    goes(r"(N),w{0,2}(O),b+X"),
    goes(rf"(N),?b+X[wm]{{0,2}}s{FEW}(O)"),
    goes(r"G[wm]{0,3}s(O),w?(N)$", 2, 1),
    goes(rf"{NAMES}{SET_OFF},?x?{BE}G{ALONE}", 1, 0),
    goes(rf"g{NAMES}", 1, 0),
)
# One with another in brackets, behind a comma or "as": "Ana Ruiz (CFO), Bo Lind (COO)", "CFO Ana Ruiz and COO Bo Lind".
PAIR = r"N[,(sbw-]{1,2}O(?:,[fw]{1,3})?\)?[,;&]*"
LISTS = (
    (Pattern(rf"[VU][^N;]{{0,6}}[:-]((?:{PAIR})+)"), Move.PROMOTED),
    (Pattern(rf"[AaPJvn][^N;]{{0,6}}[:-]((?:{PAIR}){{2,}})"), Move.JOINED),
    (Pattern(r"A[wnf]{0,4}((?:Nsn?O[,&]*){2,})"), Move.JOINED),
    (Pattern(rf"[Jvn][^N;]{{0,4}}[:-]((?:{PAIR})+)"), Move.JOINED),
    (Pattern(rf"((?:N\(O\)[,&]*){{2,}}){BE}[JTP]"), Move.JOINED),
    (Pattern(rf"((?:ON,?&){{1,}}ON),?{BE}G"), Move.LEFT),
)
PAIRS = Pattern(r"(N)[,(sbw-]{1,2}(O)(?:,[fw]{1,3})?\)?|(O)(N)")
# Who goes, the office, who comes, the office; one that is not named in the sentence was told of before it.
GIVES_WAY = Pattern(r"(?:(N)[^N]{0,14}?|^[^N]{0,3})R[if,nbw]{0,3}(O)?[iwOf,nb]{0,6}?(N)(?:s(O))?")
REPLACED_WITH = Pattern(r"r[fw]?O?(N)()w{0,5}(N)(?:s(O)|$|[,;&:i])")
TAKES_PLACE = Pattern(
    rf"(?:(N){SET_OFF},?[bwx]{{0,3}}J?[bwmOn]{{0,3}},?|[h,][bw]{{0,3}})[rtT](?:[fwO]{{0,4}}(N)|h?)(?:,?[sw](O))?"
)
# The office that somebody holds who is told to go later in the sentence.
HELD = Pattern(r"(N),[wnf]{0,3}(O)|(O),?(N)")
