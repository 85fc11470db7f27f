"""Names that people bear, beside those that make a company's name ambiguous by themselves."""

from accounts.naming.common_words import FIRST_NAMES, SURNAMES

# Nobody is asked for a second clue because of these: they only tell whose "as Emerson put it" may be.
_FURTHER_SURNAMES = """
alexander alvarez andrews armstrong arnold atkins austin ball banks barker barrett bartlett barton bates beck bishop
black blair blake bolton booth boyd bradley brady brewer briggs buck burgess burke burns burton byrne cameron carlson
carpenter carr carroll chambers chandler chapman chase christie clarke clayton clements cole collier connor conway
corbett cross cummings cunningham curtis dalton daniels davenport davidson dawson dean delaney dickson dixon donovan
douglas doyle duffy duncan dunn eaton elliott emerson farrell faulkner ferguson fields finch fitzgerald fleming fletcher
forbes ford fowler fox francis franklin frazier freeman frost fuller gallagher gardner garrett gates gilbert gill glover
goodman goodwin grace griffith gross hale hammond hancock hansen hanson hardy harmon harper harrington hawkins hayward
heath hewitt hicks higgins hobbs hodges hoffman holmes holt hooper hopkins horton houston howe howell hubbard hudson
huff humphrey hunt huntington hurst hutchinson ingram irving jacobs jennings jensen johnston joseph keith keller kemp
kent kerr knowles lambert larson leonard lindsey lloyd logan love lowe lucas lynch lyons mack maddox mann marsh maxwell
mccarthy mccoy mcdonald mcdonnell mckenzie mckinney mcknight mclean mercer merrill meyers middleton mills monroe moody
moran morrison morrow morse morton moss mueller mullins murdoch nash newman newton nichols nicholson nielsen nixon noble
nolan norman norris norton obrien oconnor odonnell oliver olsen olson osborne page parks parsons patton payne pearce
pearson penn perkins pierce poole pope potter pratt preston prince pugh quinn ramsey randall randolph reagan reeves reid
reilly rhodes richards riley rivera robbins robertson rockwell rodgers rowe rowland ryan sampson saunders savage
schneider schroeder schwartz sears sharp sharpe shelton shepherd sherman short silva skinner sloan snow snyder sparks
spencer stafford stanton steele stephenson stokes stout strong summers sutton swanson sweeney sykes tate terry thornton
todd townsend trump tyler underwood vance vaughan vaughn wade walsh walters walton warner watkins watts weaver webster
weeks weiss welch wheeler whitaker whitehead whitney wiggins wilcox wilkins wilkinson willis winters wise wolfe woodward
wyatt yates york
"""
BORNE_BY_PEOPLE = SURNAMES | FIRST_NAMES | frozenset(_FURTHER_SURNAMES.split())
