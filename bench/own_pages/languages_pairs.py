"""Pairs of pages in other languages than English."""

from functools import partial

from bench.own_pages import languages as of
from bench.own_pages.pair import Pair, insert, news, nothing, put, say, unsure

strom = partial(Pair, page="German tariffs", path="/strom/tarife", shape=of.tarife, content=of.TARIFE, lang="de")
plans = partial(Pair, page="French plans", path="/fr/offres", shape=of.offres, content=of.OFFRES, lang="fr")
equipo = partial(Pair, page="Spanish team", path="/equipo", shape=of.equipo, content=of.EQUIPO, lang="es")
ryokin = partial(Pair, page="Japanese plans", path="/ryokin", shape=of.ryokin, content=of.RYOKIN, lang="ja")
jiage = partial(Pair, page="Chinese prices", path="/price", shape=of.jiage, content=of.JIAGE, lang="zh")

PAIRS = (
    strom(
        id="de-arbeitspreis",
        company="Stadtwerke Lahntal",
        noise="clock session",
        edits=(put("tarife/0/1", "27,9 ct/kWh"), say("1. Februar 2026", "1. April 2026")),
        answer=news(
            "Strom Basis kostet 27,9 statt 29,4 ct/kWh, Preisstand 1. April 2026.",
            "29,4 Februar",
            "27,9 April",
            ("Strom Basis", "29,4 ct/kWh", "27,9 ct/kWh"),
        ),
    ),
    strom(
        id="de-bonus",
        company="Stadtwerke Siegtal",
        noise="clock",
        edits=(say("80 €", "120 €"), put("tarife/2/3", "24 Monate")),
        answer=news(
            "Der Sofortbonus steigt von 80 auf 120 €; Strom Flex läuft 24 Monate statt monatlich kündbar zu sein.",
            "80 monatlich kündbar",
            "120 24 Monate",
            ("Sofortbonus", "80 €", "120 €"),
        ),
    ),
    strom(
        id="de-rauschen",
        company="Stadtwerke Dilltal",
        noise="clock session year =cookiebot",
        answer=nothing("Nur Öffnungszeiten von heute und Prüfsummen in Adressen."),
    ),
    plans(
        id="fr-prix",
        company="Planiphare",
        noise="csrf testimonial",
        edits=(put("offres/1/1", "45 €"),),
        answer=news("L'offre Confort passe de 39 € à 45 € par mois.", "39 €", "45 €", ("Confort", "39 €", "45 €")),
    ),
    plans(
        id="fr-engagement",
        company="Horarium",
        noise="csrf",
        edits=(put("engagement", "Engagement de 12 mois, puis résiliable avec un préavis de 60 jours."),),
        answer=news(
            "L'offre n'est plus sans engagement : 12 mois, puis un préavis de 60 jours au lieu de 30.",
            "Sans à tout moment 30",
            "12 mois puis 60 de",
        ),
    ),
    plans(
        id="fr-bruit",
        company="Semainier",
        noise="csrf testimonial year +onetrust",
        answer=nothing("Un autre avis, un bandeau de cookies, l'année."),
    ),
    equipo(
        id="es-nuevo-director",
        company="Nervión Seguros",
        noise="tracking",
        edits=(put("personas/1/0", "Beatriz Sanjurjo"), put("personas/1/1", "Directora financiera")),
        answer=news(
            "Beatriz Sanjurjo sustituye a Íñigo Larrañaga en la dirección financiera.",
            "Íñigo Larrañaga Director financiero",
            "Beatriz Sanjurjo Directora financiera",
        ),
    ),
    equipo(
        id="es-sede",
        company="Turia Crédito",
        edits=(say("Bilbao, Valencia y Bogotá", "Bilbao, Valencia, Bogotá y Lima"),),
        answer=news("Una oficina nueva en Lima.", "", "Lima"),
    ),
    equipo(
        id="es-ruido",
        company="Ribera Pagos",
        noise="tracking year +chat",
        answer=unsure("Otro número de teléfono para cada visita, una ventana de charla."),
    ),
    ryokin(
        id="ja-nedan",
        company="Tsubame Works",
        noise="counter",
        edits=(put("plans/1/1", "月額 5,480円"),),
        answer=news(
            "スタンダードが月額4,980円から5,480円になりました。",
            "4,980円",
            "5,480円",
            ("スタンダード", "4,980円", "5,480円"),
        ),
    ),
    ryokin(
        id="ja-oshirase",
        company="Kawasemi Soft",
        noise="counter",
        edits=(insert("news/0", ["2026年3月6日", "スタータープランの新規受付を終了しました"]),),
        answer=news(
            "スタータープランの新規受付が終わった。", "", "2026年3月6日 スタータープランの新規受付を終了しました"
        ),
    ),
    ryokin(id="ja-noise", company="Hibari Cloud", noise="counter year +newsletter", answer=nothing("導入社数だけ。")),
    jiage(
        id="zh-jiage",
        company="Qinghe Cloud",
        noise="counter classes session",
        edits=(put("rows/0/3", "¥189/月"),),
        answer=news(
            "通用型 g1.large 包年包月从¥210降到¥189。", "¥210", "¥189", ("通用型 g1.large", "¥210/月", "¥189/月")
        ),
    ),
    jiage(
        id="zh-diqu",
        company="Yunshan Data",
        noise="counter",
        edits=(insert("diqu/3", "新加坡一区"), say("五折", "六折")),
        answer=news("新增新加坡一区；新用户首单从五折变为六折。", "新用户首单五折", "新加坡一区 新用户首单六折"),
    ),
    jiage(
        id="zh-noise",
        company="Lanjing Cloud",
        noise="counter classes session svg",
        answer=nothing("只有在线人数和二维码。"),
    ),
)
