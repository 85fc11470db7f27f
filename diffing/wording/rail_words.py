"""Labels above what a page shows in turns, in the languages of our sources."""

import re

_THINGS = (
    r"(?:articles?|posts?|stor(?:y|ies)|reading|reads|resources?|products?|content|guides?|news|topics?|links?|"
    r"pages?|videos?|events?|"
    r"case stud(?:y|ies)|customers?|customer stor(?:y|ies)|tutorials?|blog posts?|insights?|items?|picks?|"
    r"webinars?|apps?)"
)
_OF_THE = r"of the (?:day|week|month)|du (?:jour|mois)|de la semaine|des (?:tages|monats)|der woche|del (?:día|mes)"
RAIL_LABEL = re.compile(
    r"(?:"
    rf"(?:related|similar|suggested|recommended|trending|popular|featured)(?: {_THINGS})?(?: (?:for you|today|now|"
    rf"right now|this week|this month))?|"
    r"(?:you|customers|people|others|readers|shoppers)(?: who (?:viewed|bought|read|liked) this)?(?: might| may|"
    r" also)+(?: also| like| enjoy| viewed| bought| read| liked| be interested in)+.{0,20}|"
    rf"recommendations?(?: for you)?|more (?:from|on|like this|{_THINGS}|to explore|to read)(?: .{{1,30}})?|"
    rf"further reading|keep (?:reading|exploring|learning)|"
    r"(?:what to )?read (?:next|more|this next|also)|up next|continue reading|trending|most (?:read|popular|"
    r"viewed|shared)(?: .{1,20})?|"
    rf"(?:editor['’]?s|staff|our|today['’]?s) picks?|today['’]?s (?:featured )?(?:{_THINGS})|"
    r"(?:fresh |new |latest |straight )?from (?:the|our) blog|"
    rf"on (?:the|our) blog|recently viewed|explore more|"
    r"(?:customer|partner|community|member|employee|team|product|developer)? ?spotlight(?: .{0,20})?|in the spotlight|"
    rf".{{0,30}} (?:{_OF_THE})|"
    r"articles (?:similaires|liés|connexes|associés|recommandés)|(?:à|a) lire (?:aussi|également|ensuite)|"
    r"vous (?:aimerez|pourriez|apprécierez) aussi.{0,20}|"
    r"(?:nos )?recommandations.{0,20}|recommandés? pour vous|produits (?:similaires|associés|recommandés)|"
    r"(?:les )?plus (?:lus|populaires|consultés)|(?:à|a) la une|"
    r"sur le même (?:sujet|thème)|voir (?:aussi|également)|en vedette|(?:les clients|ceux) .{0,30} (?:aussi|"
    r"également).{0,20}|tendances|du blog|sur le blog|sélection .{0,20}|"
    r"(?:ähnliche|verwandte|weitere|empfohlene|beliebte|passende) (?:artikel|beiträge|produkte|themen|inhalte|"
    r"meldungen)|"
    r"das könnte (?:sie|dich|ihnen|dir) auch .{3,20}|mehr zum thema|meistgelesen|beliebt|empfehlungen.{0,20}|"
    r"empfohlen.{0,15}|kunden .{0,40} auch.{0,20}|"
    r"lesen sie (?:auch|weiter)|weiterlesen|im rampenlicht|aus dem blog|aus unserem blog|heute empfohlen|"
    r"passend dazu|auch interessant|im fokus|"
    r"(?:artículos|productos|contenidos?|entradas|temas) (?:relacionad|recomendad|similar|destacad)\w+|relacionados|"
    r"(?:también|quizás?|tal vez)? ?(?:te|le) (?:puede|podría|pueda|guste|interese).{0,25}|recomendad\w+.{0,20}|"
    r"recomendaciones.{0,20}|"
    r"(?:lo )?más (?:leído|popular|visto|vendido)s?|seguir leyendo|sigue leyendo|destacad[oa]s?.{0,15}|del blog|"
    r"en el blog|tendencias|los clientes también.{0,20}|"
    r"関連.{0,8}|(?:こちらも|あなたへの|編集部の)?(?:おすすめ|オススメ)(?:の?.{0,8})?|よく読まれている.{0,6}|人気(?:の)?(?:記事|ランキング|商品|の投稿)?|あわせて読みたい|"
    r"この(?:商品|記事)を.{0,16}|ピックアップ|注目(?:の)?.{0,6}|(?:今日|今週|今月)の.{1,10}|次に読む|ブログから|"
    r"(?:相关|推荐|精选|热门)(?:文章|阅读|产品|内容|推荐|链接|案例|商品|资讯)?|猜你喜欢|您?(?:可能|也许)(?:还|也)?(?:会)?(?:喜欢|感兴趣).{0,6}|延伸阅读|大家都在看|"
    r"(?:今日|本周|本月)(?:推荐|精选|之星|客户|热门).{0,6}|为您推荐|更多(?:文章|内容|推荐)"
    r")",
    re.IGNORECASE,
)
# Leads a line of its own, with what it names behind it.
TURN_LABEL = re.compile(
    rf"(?:[^\W\d_][\w'’ -]{{1,30}} (?:{_OF_THE})|featured(?: (?:today|this week|this month|{_THINGS}))?|"
    rf"today['’]?s (?:pick|{_THINGS})|"
    r"(?:customer|partner|community|member|employee|product|team)? ?spotlight|now trending|trending(?: now)?|"
    r"did you know|tip|"
    r"en vedette|à la une|heute empfohlen|im fokus|im rampenlicht|tipp|wussten sie schon|destacado(?: hoy|"
    r" de hoy)?|sabías que|¿sabías que|"
    r"(?:今日|今週|今月)の[^\W\d_：:]{1,8}|(?:今日|本周|本月)(?:推荐|精选|之星|客户)|注目|ピックアップ)(?:\s?[:：–—|·-]|(?=\s[A-Z「『“])|[?？])",
    re.IGNORECASE,
)
