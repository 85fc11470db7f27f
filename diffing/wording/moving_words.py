"""Words by which counts, ratings, places and share prices give themselves away, in the languages of our sources."""

import re

from diffing.wording.money import CHARACTERS, CODES, MENTION, SIGNS
from diffing.wording.quick import Guarded

# Counted one by one by those who look at a page, and now and then sold by the number: a round one stays.
COUNTED = (
    r"(?:up)?votes?|likes?|replies|claps?|reactions?|reviews?|ratings?|followers?|applicants?|upvotes?|hearts?|"
    r"stars|forks|watchers|customer reviews|verified reviews|testimonials|"
    r"bewertungen|rezensionen|kundenbewertungen|stimmen|bewerber|antworten|"
    r"avis(?: clients| vérifiés)?|évaluations|votes|candidats|réponses|j.aime|"
    r"reseñas|opiniones|valoraciones|votos|candidatos|respuestas|me gusta|recensioni|avaliações"
)
# A crowd is large and never round: few of the same may be what a plan allows.
CROWD = (
    r"downloads?|installs?|installations?|views?|plays?|subscribers?|members?|students|learners|participants?|"
    r"attendees|"
    r"comments?|posts|commits|contributors|shares|saves|orders|sold|users|customers|teams|companies|businesses|"
    r"people|developers|"
    r"téléchargements|vues|abonnés|membres|inscrits|participants|commentaires|clients|utilisateurs|équipes|entreprises|"
    r"aufrufe|abonnenten|mitglieder|teilnehmer|kommentare|kunden|nutzer|teams|unternehmen|"
    r"descargas|vistas|seguidores|suscriptores|miembros|inscritos|participantes|comentarios|clientes|usuarios|"
    r"equipos|empresas"
)
# Said of those who look at the page or have read it: never a number that is sold.
AUDIENCE = (
    r"# (?:other )?(?:people|users|visitors|readers|shoppers|customers|others|guests) (?:are )?(?:currently |now )?"
    r"(?:reading|viewing|looking|watching|browsing|shopping)(?: (?:at )?(?:this|it)\b[^.|]{0,20})?(?: (?:right )?now)?|"
    r"# (?:people |readers |users |others )?found (?:this|it)(?: \w+)? (?:useful|helpful)|"
    r"#\s?% of (?:readers|users|people|customers) (?:found|find) \w+(?: \w+)? (?:useful|helpful)|"
    r"#\s?% des (?:lecteurs|utilisateurs|clients) ont trouvé \w+(?: \w+)? utile|"
    r"# (?:personnes? )?ont trouvé \w+(?: \w+)? utile|# personnes? (?:lisent|regardent|consultent) [^.|]{0,30}|"
    r"#\s?% der (?:leser|nutzer|kunden)(?:innen)? fanden \w+(?: \w+)? (?:hilfreich|nützlich)|"
    r"# (?:personen |leser |nutzer )?fanden (?:das|dies\w*|es)(?: \w+)? (?:hilfreich|nützlich)|"
    r"# (?:personen|leser|besucher) (?:lesen|sehen) [^.|]{0,30}|"
    r"(?:al )?#\s?% de los (?:lectores|usuarios|clientes) [^.|]{0,30} útil|"
    r"# (?:personas|lectores|usuarios) (?:encontraron|han encontrado|"
    r"están (?:leyendo|viendo|mirando)) [^.|]{0,30}|"
    r"#\s?(?:人|名)(?:が(?:参考に|役に立|閲覧|読んで)\w*|(?:觉得|认为)有用|"
    r"正在(?:阅读|浏览|查看)\w*)|"
    r"(?:our|nos|unsere[rn]?|nuestros|当社の|我们的)\s?# (?:partners?|vendors|partenaires|partner|socios|"
    r"パートナー|合作伙伴)"
    r" (?:\w+ ){0,3}(?:stor\w+|us(?:e|ing)|process\w*|access\w*|stock\w+|utilis\w+|speicher\w*|verwend\w+|"
    r"almacen\w+|us[ao]\w*)|"
    r"# (?:miles?|mi|km|kilomet(?:er|re)s?|kilómetros) (?:away|from you|entfernt|de (?:vous|distance|distancia|ti))"
)
# Visits of a page or a site: a round one may be what a plan allows.
VISITED = r"visits?|page views|visites?|besuche|seitenaufrufe|visitas|visualizaciones|次浏览|次访问|回閲覧"
# Things done so and so often: "Shared 341 times".
DONE = (
    r"#\s+(?:\w+\s+){1,4}?(?:ordered|bought|booked|joined|signed up|switched|viewed|visited|purchased|subscribed|"
    r"upgraded)\b[^.|]{0,30}?"
    r"(?:today|this (?:week|month)|in the (?:last|past) \w+(?: \w+)?|recently|right now|near you)|"
    r"#\s+(?:\w+\s+){1,4}?(?:ont commandé|ont acheté|haben (?:bestellt|gekauft|gebucht)|(?:han )?(?:pedido|"
    r"comprado|reservado))\b[^.|]{0,40}|"
    r"(?:shared|viewed|read|played|downloaded|installed|liked|used|opened|copied|starred|cited|booked|"
    r"asked)\s+#\s+times|"
    r"(?:partagé|vu|lu|téléchargé|écouté)\w*\s+#\s+fois|#[ -]?mal\s+(?:geteilt|gelesen|angesehen|heruntergeladen|"
    r"gekauft)|"
    r"(?:compartido|visto|leído|descargado)\w*\s+#\s+veces|"
    r"(?:累計|合計|これまでの?)\S{0,12}?\s*#\s*(?:件|人|回|社|名)|(?:累计|已有|总计|共)\S{0,8}?\s*#\s*(?:人|次|条|家|位|个)"
)
_TIME = r"\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?"
# How much of a day: only behind a word that says it runs out by itself.
_SPAN = (
    r"(?:\d{1,2}:\d\d(?::\d\d)?|\d+\s?(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|時間|小时)\s?(?:(?:and|und|et|y)\s)?"
    r"\d+\s?(?:m|mins?|minutes?|minuten|minutos|分|分钟)?)"
)
_SKY = (
    r"snow\w*|rain\w*|clear|cloud\w*|sunny|storms?|fog\w*|wind\w*|overcast|showers?|haze|drizzle|neige|pluie|"
    r"ensoleillé|nuageux|"
    r"schnee|regen|sonnig|bewölkt|klar|nieve|lluvia|soleado|nublado|despejado|晴れ?|曇り?|雨|雪|阴|多云"
)
CLOCKS = Guarded(
    rf"(?<!\w)(?:it is(?: now)?|it['’]s(?: now)?|the time is|local time:?|es ist(?: jetzt)?|uhrzeit:?|ortszeit:?|"
    rf"il est|"
    rf"heure locale\s?:?|son las|hora local:?)\s+{_TIME}(?!\s?[–-]\s?\d)(?:\s?(?:uhr|h))?(?!\w)|"
    rf"(?:現在(?:の)?時刻|现在时间|当前时间)\s?[:：]?\s?{_TIME}|"
    rf"(?<!\w)(?:(?:refresh\w*|reload\w*|updat\w+|resets?)\s+in|(?:order|buy|book|check ?out) within|"
    rf"(?:bestellen sie|bestelle|jetzt) (?:innerhalb(?: von)?|binnen)|(?:aktualisiert|aktualisierung|neu) in|"
    rf"(?:commandez|commander) (?:dans les|sous)|(?:actualisation|mise à jour) dans|"
    rf"(?:pide|compra|haz tu pedido) en(?: las próximas)?|(?:actualización|se actualiza) en)\s+{_SPAN}(?!\w)|"
    rf"(?:あと|残り|请在|還有|还有)\s?{_SPAN}|"
    rf"(?:{_TIME}\s*[·,|–-]\s*)?[-−+]?\d{{1,3}}\s?°\s?[CF]?\s*[·,|–-]?\s*(?:partly |mostly |light |"
    rf"heavy )?(?:{_SKY})(?!\w)|"
    rf"{_TIME}\s*[·,|–-]\s*[-−+]?\d{{1,3}}\s?°\s?[CF]?|"
    r"(?<!\w)(?:good (?:morning|afternoon|evening|night)|guten (?:morgen|tag|abend)|bonjour|bonsoir|buenos días|"
    r"buenas (?:tardes|noches))(?!\w)|"
    r"おはようございます|こんにちは|こんばんは|早上好|上午好|中午好|下午好|晚上好|"
    r"(?<=[,·(|])\s*(?:in|dans|en)\s+\d+\s+(?:days?|hours?|weeks?|tag(?:en)?|stunden?|wochen?|jours?|heures?|"
    r"semaines?|días?|horas?|semanas?)\)?(?=\W*$)|"
    r"(?<![\w:])\d{1,2}:\d\d:\d\d(?![\w:])(?:\s*(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|JST))?|"
    r"\b(?:next|refresh\w*|re-?check\w*|updat\w+|reload\w*|nächste\w*|prochaine?|"
    r"próxim[oa])\s+(?:\w+\s+){0,3}in\s+\d+\s*(?:seconds?|secs?|s|minutes?|mins?)\b",
    re.IGNORECASE,
)
CJK_CROWD = (
    r"件の(?:レビュー|口コミ|評価|コメント)|件(?:レビュー|口コミ)|人が(?:登録|利用|参加|いいね)|フォロワー|回再生|ダウンロード|社が(?:導入|利用)|社(?!員)|"
    r"名が|条(?:评价|评论|点评)|人(?:已|在|正在)?(?:评价|学习|购买|关注|使用|参与|报名|付款)|次(?:下载|浏览|播放|安装)|个(?:团队|赞)|位(?:用户|客户)|家企业|票|スター"
)
RATED = Guarded(
    r"(?<![\w.,])(?:[1-5][.,]\d{1,2}|10(?:[.,]0)?|[5-9][.,]\d)\s*(?:★+|☆|⭐+|/\s*(?:5|10)(?![\d%])|(?:out of|of|"
    r"von|sur|de|auf)\s+(?:5|10|five|fünf|cinq|cinco)\b|"
    r"stars?\b|sterne[n]?\b|étoiles?\b|estrellas?\b|average|rating|点|分(?!钟|間|"
    r"鐘))(?:\s*\(\s*[\d.,]+[kKmM]?\s*\w{0,12}\s*\))?"
    r"|(?<=[★☆⭐])\s*[1-5][.,]\d{1,2}(?!\d)(?:\s*\(\s*[\d.,]+[kKmM]?\s*\w{0,12}\s*\))?"
    r"|(?<![\w.,])[1-5][.,]\d\s*[(·|]\s*(?!(?:19|20)\d\d\))\d[\d.,]*[kKmM]?\s*(?:reviews?|ratings?|avis|"
    r"bewertungen|rezensionen|reseñas|opiniones|votes?|件|条)?\s*\)?"
    r"|(?:(?<=\brated )|(?<=\brating )|(?<=\brating: )|(?<=\bnote )|(?<=\bscore )|(?<=\bBewertung: )|(?<=評価)|"
    r"(?<=评分)|(?<=評分))[1-5][.,]\d{1,2}(?!\d)",
    re.IGNORECASE,
)
_PLACE = rf"[^\W\d_][^|·;:()\n.!?\d{SIGNS}]{{1,40}}"
# What a page says of where its visitor is. The cue is needed: a place alone may be an office.
PLACED = Guarded(
    r"(?<!\w)(?:"
    r"(?:shipping|delivering|delivery|ships?|delivers?|send(?:ing)?) to|visitors? (?:from|in)|"
    r"shop(?:ping)? (?:for|in|from)|"
    r"you(?:['’]re| are| seem to be| appear to be) (?:currently )?(?:in|visiting (?:us )?from|browsing (?:from|"
    r"in)|shopping (?:in|from)|viewing (?:the )?)|"
    r"your (?:country|region|location|city|store|delivery country|currency)(?: is)?|(?:your )?(?:nearest|"
    r"closest) [a-z]+(?: [a-z]+)?|"
    r"(?:prices?|amounts?) (?:are )?(?:shown|displayed|listed|quoted)? ?in|showing prices (?:in|for)|prices for|"
    r"livraison (?:en|au|aux|vers|à)|expédition (?:en|au|vers)|vous êtes (?:en|au|aux|à)|votre (?:pays|région|"
    r"ville|magasin|devise)|"
    r"prix (?:affichés|indiqués) en|visiteurs (?:de|du|en)|"
    r"(?:versand|lieferung|liefern) nach|lieferland|ihr (?:land|standort)|ihre (?:region|stadt|filiale|währung)|"
    r"sie (?:sind|befinden sich) in|"
    r"preise (?:angezeigt )?in|besucher aus|ihr nächste[rs] \w+|"
    r"envío a|enviar a|entrega en|estás en|está en|(?:tu|su) (?:país|región|ciudad|ubicación|moneda)|"
    r"precios (?:mostrados )?en|visitantes de|"
    r"お届け先|配送先|現在地|表示通貨|配送至|送货至|发往|您所在的(?:国家|地区|城市)|您位于|显示货币"
    rf")\s?[:：]?\s*{_PLACE}(?:,?\s*\d[\d.,]*\s?(?:km|mi|miles|m)\b)?(?:\s?\([A-Z]{{2,3}}(?:\s?[$€£¥])?\))?(?:\s*[·|"
    rf"]\s*[A-Z]{{3}}(?:\s?[$€£¥])?)?",
    re.IGNORECASE,
)
VISITOR = re.compile(
    rf"(?:you(?:['’]re| are| seem to be| appear to be) (?:currently )?(?:in|visiting (?:us )?from|browsing (?:from|"
    rf"in)|shopping (?:in|from))|"
    r"(?:showing )?prices (?:shown |displayed )?(?:in [A-Z]{3} )?for visitors (?:from|in)|visitors from|"
    r"your (?:country|region|location)(?: is)?|"
    r"vous êtes (?:en|au|aux)|visiteurs (?:de|du|en)|sie (?:sind|befinden sich) in|besucher aus|estás en|"
    r"visitantes de|现在地|現在地|您位于|您所在的(?:国家|地区|城市))"
    rf"\s?[:：]?\s*{_PLACE}(?:[.!?]\s*(?:go to|visit|switch to|aller (?:sur|vers)|zur|ir a)\s[^.!?\d]{{2,40}})?\W*",
    re.IGNORECASE,
)
_MONEY = rf"(?:[{SIGNS}]|(?:{CODES})\s?)?\s?\d[\d.,]*\d\s?(?:[{SIGNS}]|{CODES}|[{CHARACTERS}])?"
_SIGNED = rf"\(?[+\-−–▲▼△▽↑↓]\s?\d[\d.,]*\s?(?:%|[{SIGNS}]|\))?\)?"
# The price of a share and how it moved: a signed percentage with decimals, beside it or behind a signed amount.
MARKET = Guarded(
    rf"{_MONEY}\s*[·|,(]?\s*(?:{_SIGNED}\s*[·|,/(]?\s*)?\(?[+\-−–▲▼△▽↑↓]\s?\d+[.,]\d{{1,2}}\s?%\)?"
    r"(?=[^\n]*(?:delayed|min|close|open|NYSE|NASDAQ|XETRA|Euronext|LSE|TSE|SIX|verzögert|différé|retraso|遅延|延迟|"
    r"\d{1,2}:\d\d|$))"
)
# Where a number is sold, promised or allowed, it is read as it stands.
BOUND_NEAR = re.compile(
    rf"{MENTION}|%(?!\))|(?<!\w)(?:up to|at least|at most|more than|over|max(?:imum)?|(?<!\d)(?<!\d )min(?:imum)?|"
    r"limit\w*|includ\w+|per|each|every|quota|plan|"
    r"unlimited|free(?= \w)|extra|additional|first|next|bis zu|höchstens|mindestens|über|mehr als|pro|je|inklusive|"
    r"jusqu\S+|plus de|par|inclus\w*|hasta|más de|por|incluye\w*|al mes|"
    r"[kmgt]b|credits?|seats? (?:per|included)|a month|a year|monthly|yearly|months?|years?)(?!\w)|"
    r"/\s*(?:mo|month|yr|year)|最大|(?<!これ)まで|以内|以上|每月|毎月|最多",
    re.IGNORECASE,
)
