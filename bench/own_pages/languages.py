"""Pages in German, French, Spanish, Japanese and Chinese, each built as sites of its country often are."""

from bench.own_pages.frame import footer
from bench.own_pages.furniture import around, head, icon
from bench.own_pages.visit import Content, Visit, each, numbered

TARIFE: Content = {
    "tarife": [
        ["Strom Basis", "29,4 ct/kWh", "9,90 €", "12 Monate"],
        ["Strom Öko", "31,2 ct/kWh", "10,90 €", "12 Monate"],
        ["Strom Flex", "33,8 ct/kWh", "8,50 €", "monatlich kündbar"],
    ],
    "bonus": "Neukunden erhalten einen Sofortbonus von 80 €, der mit der ersten Rechnung verrechnet wird.",
    "stand": "Preisstand: 1. Februar 2026. Alle Preise brutto für Haushalte im Netzgebiet Lahntal.",
}


def tarife(v: Visit, c: Content) -> str:
    """A municipal utility on TYPO3: numbered content elements, a postcode form, opening hours that know the day."""
    cards = numbered(
        c["tarife"],
        lambda at, t: (
            f'<div id="c{4100 + at}" class="frame frame-default frame-type-tarif"><header><h3>{t[0]}</h3></header>'
            f"<dl><dt>Arbeitspreis</dt><dd>{t[1]}</dd><dt>Grundpreis im Monat</dt><dd>{t[2]}</dd>"
            f"<dt>Laufzeit</dt><dd>{t[3]}</dd>"
            f'</dl><a class="btn" href="/strom/bestellen?cHash={v.token("session", t[0], 32)}">Jetzt wechseln</a></div>'
        ),
    )
    menu = each(
        ("Strom", "Gas", "Wärme", "E-Mobilität", "Service"), lambda n: f'<li><a href="/{n.lower()}">{n}</a></li>'
    )
    today = v.vary(
        "clock",
        "Heute, Montag, 2. März: Kundenzentrum bis 16 Uhr geöffnet",
        "Heute, Dienstag, 10. März: bis 18 Uhr geöffnet",
    )
    return f"""{head(v, f"Stromtarife – {v.company}", "de", extra='<meta name="generator" content="TYPO3 CMS">')}
<body id="p87" class="page-87 layout-2col"><div class="meta-nav">{today}</div><nav class="main-nav"><ul>{menu}</ul>
</nav>
<div class="content-main"><!--TYPO3SEARCH_begin--><h1>Unsere Stromtarife</h1><div class="tarife">{cards}</div>
<div id="c4180" class="frame"><p>{c["bonus"]}</p><p class="klein">{c["stand"]}</p></div><!--TYPO3SEARCH_end--></div>
{footer(v, "de")}{around(v)}</body></html>"""


OFFRES: Content = {
    "offres": [
        ["Essentiel", "19 €", "par mois HT", ["1 établissement", "Planning hebdomadaire", "Assistance par courriel"]],
        ["Confort", "39 €", "par mois HT", ["3 établissements", "Pointage sur tablette", "Assistance téléphonique"]],
        ["Sérénité", "79 €", "par mois HT", ["Établissements illimités", "Export de la paie", "Interlocuteur dédié"]],
    ],
    "engagement": "Sans engagement. Résiliable à tout moment avec un préavis de 30 jours.",
    "avis": [
        "« Deux heures gagnées chaque semaine. » Élodie, Brasserie du Canal",
        "« Enfin un planning lisible. » Karim, Le Vieux Four",
    ],
}


def offres(v: Visit, c: Content) -> str:
    """A Drupal site: regions and blocks, views rows, a form build id, an opinion that changes."""
    rows = each(
        c["offres"],
        lambda o: (
            f'<div class="views-row"><article role="article" class="node node--type-offre '
            f'node--view-mode-teaser"><h2>{o[0]}</h2>'
            f'<div class="field field--name-field-prix"><span>{o[1]}</span> <span>{o[2]}</span></div><div '
            f'class="field--name-body">'
            f"<ul>{each(o[3], lambda x: f'<li>{x}</li>')}</ul></div></article></div>"
        ),
    )
    return f"""{head(v, f"Nos offres | {v.company}", "fr")}<body class="path-node page-node-type-page">
<div class="dialog-off-canvas-main-canvas"><header class="region region-header"><a href="/fr">{v.company}</a>
<form action="/fr/recherche"><input type="hidden" name="form_build_id" value="form-{v.token("csrf", length=43)}">
</form></header>
<main role="main"><div class="region region-content"><h1 class="page-title">Nos offres</h1>
<p>Le planning de vos équipes, en ligne et à jour.</p>{rows}<p class="engagement">{c["engagement"]}</p>
<div class="block block-views-avis"><blockquote>{v.vary("testimonial", *c["avis"])}</blockquote></div></div></main>
</div>
{footer(v, "fr")}{around(v)}</body></html>"""


EQUIPO: Content = {
    "personas": [
        ["Candela Rius", "Directora general"],
        ["Íñigo Larrañaga", "Director financiero"],
        ["Marisol Quintero", "Directora de operaciones"],
        ["Tomás Belmonte", "Responsable de cumplimiento"],
    ],
    "sedes": "Oficinas en Bilbao, Valencia y Bogotá. Más de 240 personas.",
}


def equipo(v: Visit, c: Content) -> str:
    """A Divi page: numbered modules, people as blurbs, phone numbers swapped per visitor."""
    people = numbered(
        c["personas"],
        lambda at, p: (
            f'<div class="et_pb_module et_pb_team_member et_pb_team_member_{at}"><div class="et_pb_team_member_image">'
            f'<img src="/wp-content/uploads/{v.token("assets", p[0], 6)}.jpg" alt="{p[0]}"></div><div '
            f'class="et_pb_team_member_description"><h4 class="et_pb_module_header">{p[0]}</h4>'
            f'<p class="et_pb_member_position">{p[1]}</p></div></div>'
        ),
    )
    phone = v.vary("tracking", "Llámenos: +34 944 555 010", "Llámenos: +34 944 555 078")
    return f"""{head(v, f"Equipo | {v.company}", "es")}<body class="et_divi_theme et_pb_pagebuilder_layout">
<div id="page-container">
<div id="top-header"><span class="calltrk">{phone}</span></div><div id="et-main-area"><div id="main-content">
<div class="et_pb_section et_pb_section_0"><div class="et_pb_row"><h1>Nuestro equipo</h1>{people}</div>
<div class="et_pb_row"><p>{c["sedes"]}</p></div></div></div></div></div>{footer(v, "es")}{around(v)}</body></html>"""


RYOKIN: Content = {
    "plans": [
        ["スターター", "月額 1,980円", "5名まで", "10GB"],
        ["スタンダード", "月額 4,980円", "20名まで", "100GB"],
        ["プレミアム", "月額 9,800円", "無制限", "1TB"],
    ],
    "note": "表示価格はすべて税込です。年払いの場合は2か月分が無料になります。",
    "news": [["2026年2月20日", "スマートフォンアプリを更新しました"], ["2026年1月15日", "年始の営業時間について"]],
}


def ryokin(v: Visit, c: Content) -> str:
    """A Japanese plan page: definition tables with plans as columns, news list, a banner of the day."""
    labels = ("料金", "利用人数", "保存容量")
    heads = each(c["plans"], lambda p: f"<th>{p[0]}</th>")
    rows = numbered(labels, lambda at, n: f"<tr><th>{n}</th>{each(c['plans'], lambda p: f'<td>{p[at + 1]}</td>')}</tr>")
    news = each(c["news"], lambda n: f"<dt>{n[0]}</dt><dd>{n[1]}</dd>")
    count = f"{v.number('counter', 10000, 99000):,}"
    return f"""{head(v, f"料金プラン｜{v.company}", "ja")}<body>
<div id="wrapper"><div id="gnav"><ul><li><a href="/">ホーム</a>
</li>
<li><a href="/kinou">機能</a></li><li><a href="/ryokin">料金</a></li><li><a href="/jirei">導入事例</a></li></ul></div>
<div id="pankuzu">ホーム ＞ 料金プラン</div><div id="contents"><h1>料金プラン</h1><p>導入社数 {count}社</p>
<table class="tbl-plan"><tr><th></th>{heads}</tr>{rows}</table><p class="chui">※{c["note"]}</p>
<h2>お知らせ</h2><dl class="news">{news}</dl></div><div id="pagetop"><a href="#wrapper">ページの先頭へ</a></div></div>
{footer(v, "ja")}{around(v)}</body></html>"""


JIAGE: Content = {
    "rows": [
        ["通用型 g1.large", "2核 8GB", "¥0.48/小时", "¥210/月"],
        ["计算型 c1.large", "2核 4GB", "¥0.42/小时", "¥186/月"],
        ["内存型 r1.large", "2核 16GB", "¥0.66/小时", "¥295/月"],
    ],
    "huodong": "新用户首单五折，活动截止到2026年6月30日。",
    "diqu": ["华东一（杭州）", "华北二（张家口）", "西南一（成都）"],
}


def jiage(v: Visit, c: Content) -> str:
    """A Chinese cloud's price page: region tabs, a table, a campaign, a floating rail with a code to scan."""
    rows = each(c["rows"], lambda r: f'<tr class="ant-table-row">{each(r, lambda x: f"<td>{x}</td>")}</tr>')
    zones = each(c["diqu"], lambda d: f'<span class="ant-tag">{d}</span>')
    return f"""{head(v, f"云服务器价格 - {v.company}", "zh-CN")}<body>
<div id="app" data-server-rendered="true"
data-v-{v.token("classes", "s", 8)}>
<div class="top-nav"><a href="/">{v.company}</a>
<a href="/product">产品</a><a href="/price">价格</a><a href="/doc">文档</a>
</div>
<div class="price-page"><h1>云服务器价格</h1><div class="zones">{zones}</div>
<table class="ant-table"><thead><tr>
<th>规格</th>
<th>配置</th>
<th>按量付费</th><th>包年包月</th></tr></thead><tbody>{rows}</tbody></table><div
class="campaign">{icon(v, "gift")}{c["huodong"]}</div>
</div><div class="float-rail"><span>在线咨询</span>
<img src="/qr/{v.token("session")}.png" alt=""><span>当前
{v.number("counter", 20, 400)} 人在线</span></div>
</div>{footer(v, "zh")}{around(v)}</body></html>"""
