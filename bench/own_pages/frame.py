"""Menus and footers, each in three makes, so that not every site has the same tags around its content."""

from bench.own_pages.furniture import icon
from bench.own_pages.visit import Visit, each

Columns = dict[str, tuple[str, ...]]


def mega_menu(v: Visit, names: tuple[str, ...] = ()) -> str:
    """A header of four columns of links under a word each; the make goes by the site."""
    columns: Columns = {
        "Products": names or ("Overview", "Automation", "Reporting", "Mobile app", "Security", "API"),
        "Solutions": ("For startups", "For agencies", "For enterprises", "Logistics", "Healthcare", "Retail"),
        "Resources": ("Blog", "Guides", "Webinars", "Help center", "Community", "Templates"),
        "Company": ("About", "Careers", "Press", "Partners", "Contact"),
    }
    return MENUS[v.make(len(MENUS))](v, columns)


def address(name: str) -> str:
    return "/" + name.lower().replace(" ", "-")


def _semantic_menu(v: Visit, columns: Columns) -> str:
    """A header element with a navigation landmark."""
    items = each(
        columns.items(),
        lambda one: (
            f'<li class="menu-item has-children"><button aria-expanded="false">{one[0]}</button><div class="mega"><ul>'
            + each(one[1], lambda n: f'<li><a href="{address(n)}?sid={v.token("session")}">{n}</a></li>')
            + "</ul></div></li>"
        ),
    )
    return f"""<header class="site-header" role="banner"><a class="skip-link" href="#main">Skip to content</a>
<a class="logo" href="/" aria-label="{v.company}">{icon(v, "logo")}<span>{v.company}</span></a>
<nav aria-label="Main"><ul class="menu">{items}</ul></nav>
<div class="actions"><a href="/login">Log in</a> <a class="btn" href="/signup">{_free(v)}</a></div></header>"""


def _blog_menu(v: Visit, columns: Columns) -> str:
    """Lists in lists under ids, as a blog's theme writes them; a second copy for the drawer of small screens."""
    items = _blog_items(v, columns)
    return f"""<div id="masthead" class="site-branding-wrap"><div class="site-title">
<a href="/" rel="home">{v.company}</a></div>
<div class="primary-menu-container"><ul id="menu-main" class="menu-wrapper">{items}</ul></div>
<div id="mobile-drawer" style="display:none"><ul>{items}</ul></div>
<div class="header-cta"><a class="wp-block-button__link" href="/signup">{_free(v)}</a></div></div>"""


def _blog_items(v: Visit, columns: Columns) -> str:
    return each(
        columns.items(),
        lambda one: (
            f'<li id="menu-item-{v.number("build-ids", 200, 900, one[0])}" class="menu-item menu-item-type-custom">'
            f'<a href="#">{one[0]}</a><ul class="sub-menu">'
            + each(one[1], lambda n: f'<li class="menu-item"><a href="{v.site}{address(n)}/">{n}</a></li>')
            + "</ul></li>"
        ),
    )


def _scripted_menu(v: Visit, columns: Columns) -> str:
    """Only divs and hashed names, as a component library writes them."""
    css = {name: f"css-{v.token('classes', name, 7)}" for name in ("bar", "group", "link", "label")}
    groups = each(
        columns.items(),
        lambda one: (
            f'<div class="{css["group"]}" role="presentation"><div class="{css["label"]}" tabindex="0">{one[0]}</div>'
            + each(
                one[1],
                lambda n: f'<a class="{css["link"]}" data-track="{v.token("session")}" href="{address(n)}">{n}</a>',
            )
            + "</div>"
        ),
    )
    return f"""<div class="{css["bar"]}" data-testid="global-navigation">
<a href="/">{icon(v, "logo")}{v.company}</a>{groups}
<a class="{css["link"]}" href="/signup">{_free(v)}</a></div>"""


MENUS = (_semantic_menu, _blog_menu, _scripted_menu)


def _free(v: Visit) -> str:
    return v.vary("ab_cta", "Start free", "Try it free")


def plain_menu(v: Visit, names: tuple[str, ...]) -> str:
    links = each(names, lambda name: f'<a class="nav-link" href="{address(name)}">{name}</a>')
    return f'<div class="navbar"><a class="brand" href="/">{v.company}</a><div class="nav-links">{links}</div></div>'


def footer(v: Visit, lang: str = "en") -> str:
    """A footer of three columns with the year, and a build comment; the make goes by the site."""
    words = FOOTERS[lang]
    legal = f"© {v.vary('year', '2025', '2026')} {v.company}. {words[0][0]}"
    built = f"<!-- build {v.token('build', length=12)} rendered in {v.number('build', 12, 340)} ms -->"
    return FEET[v.make(len(FEET), "foot")](v, words[1:], legal) + built


def _semantic_footer(v: Visit, columns: tuple[tuple[str, ...], ...], legal: str) -> str:
    lists = each(
        columns,
        lambda column: (
            f'<div class="footer-col"><h5>{column[0]}</h5><ul>'
            + each(column[1:], lambda name: f'<li><a href="{address(name)}">{name}</a></li>')
            + "</ul></div>"
        ),
    )
    return f"""<footer class="site-footer" role="contentinfo"><div class="container grid footer-grid">{lists}</div>
<p class="legal">{legal}</p><form class="lang" action="/locale" method="post"><input type="hidden" name="_token"
value="{v.token("csrf", length=40)}"></form></footer>"""


def _widget_footer(v: Visit, columns: tuple[tuple[str, ...], ...], legal: str) -> str:
    """A bar of links between strokes, in divs with ids."""
    names = [name for column in columns for name in column[1:]]
    links = " | ".join(f'<a href="{v.site}{address(name)}/">{name}</a>' for name in names)
    return f"""<div id="colophon" class="widget-area"><div class="textwidget">{links}</div>
<div class="site-info"><span>{legal}</span></div></div>"""


def _scripted_footer(v: Visit, columns: tuple[tuple[str, ...], ...], legal: str) -> str:
    """Hashed names again, and marks of social networks without words."""
    css = f"Footer_{v.token('classes', 'foot', 6)}"
    lists = each(
        columns,
        lambda column: (
            f'<div class="{css}__column"><span class="{css}__label">{column[0]}</span>'
            + each(column[1:], lambda name: f'<a class="{css}__link" href="{address(name)}">{name}</a>')
            + "</div>"
        ),
    )
    marks = each(
        ("a", "b", "c"), lambda n: f'<a href="https://social.example/{n}" aria-label="Follow us">{icon(v, n)}</a>'
    )
    return f"""<div class="{css}__root" data-testid="footer">{lists}<div class="{css}__social">{marks}</div>
<small class="{css}__legal">{legal}</small></div>"""


FEET = (_semantic_footer, _widget_footer, _scripted_footer)

FOOTERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("All rights reserved.",),
        ("Product", "Pricing", "Changelog", "Status", "Integrations", "Documentation"),
        ("Company", "About us", "Careers", "Press", "Customers"),
        ("Legal", "Terms of service", "Privacy", "Data processing", "Imprint"),
    ),
    "de": (
        ("Alle Rechte vorbehalten.",),
        ("Produkte", "Tarife", "Funktionen", "Sicherheit", "Hilfe"),
        ("Unternehmen", "Über uns", "Karriere", "Presse", "Kontakt"),
        ("Rechtliches", "AGB", "Datenschutz", "Impressum"),
    ),
    "fr": (
        ("Tous droits réservés.",),
        ("Produits", "Tarifs", "Fonctionnalités", "Assistance"),
        ("Entreprise", "À propos", "Recrutement", "Presse", "Contact"),
        ("Mentions", "Conditions générales", "Confidentialité", "Cookies"),
    ),
    "es": (
        ("Todos los derechos reservados.",),
        ("Producto", "Precios", "Funciones", "Ayuda"),
        ("Empresa", "Nosotros", "Empleo", "Prensa", "Contacto"),
        ("Legal", "Aviso legal", "Privacidad", "Cookies"),
    ),
    "ja": (
        ("無断転載を禁じます。",),
        ("製品", "料金", "機能一覧", "導入事例", "ヘルプ"),
        ("会社情報", "会社概要", "採用情報", "プレスリリース", "お問い合わせ"),
        ("規約", "利用規約", "プライバシーポリシー", "特定商取引法に基づく表記"),
    ),
    "zh": (
        ("版权所有。",),
        ("产品", "价格", "文档", "帮助中心"),
        ("公司", "关于我们", "加入我们", "新闻", "联系我们"),
        ("法律", "服务条款", "隐私政策"),
    ),
}
