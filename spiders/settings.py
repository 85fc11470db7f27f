"""What Scrapy is told: everything it would turn on by itself is off, and what is left is listed here."""

from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

from domain.settings import Fetching

MAX_REDIRECTS = 10
PER_HOST = 2
NAME_LOOKUPS = 20

ScrapySettings = dict[str, object]


# Whatever a run is for. The `_BASE` tables are emptied so that only the components named here are in the way.
FIXED: ScrapySettings = {
    "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
    "TWISTED_DNS_RESOLVER": "spiders.resolver.GuardedResolver",
    "DNSCACHE_ENABLED": False,
    "REACTOR_THREADPOOL_MAXSIZE": NAME_LOOKUPS,
    "DOWNLOAD_HANDLERS_BASE": {},
    "DOWNLOAD_HANDLERS": {
        "http": "spiders.handler.GuardedHandler",
        "https": "spiders.handler.GuardedHandler",
    },
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DOWNLOADER_MIDDLEWARES_BASE": {},
    "SPIDER_MIDDLEWARES_BASE": {},
    "EXTENSIONS_BASE": {},
    "REMOTE_CONTROL_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "COOKIES_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "RETRY_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "REDIRECT_MAX_TIMES": MAX_REDIRECTS,
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "DOWNLOAD_DELAY_JITTER": 0.0,
    "CONCURRENT_REQUESTS": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": PER_HOST,
    "STATS_DUMP": False,
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
    "LOG_VERSIONS": [],  # nobody reads them, and they are looked up file by file
}


def scrapy_settings(fetching: Fetching) -> ScrapySettings:
    """Settings of one run: what is fixed, and what the operator decides."""
    return {
        **FIXED,
        "BELLWETHER_ALLOWED_NETWORKS": tuple(str(network) for network in fetching.allowed_networks),
        "BELLWETHER_EGRESS_HOST": urlsplit(fetching.egress_proxy or "").hostname,
        "DOWNLOADER_MIDDLEWARES": {
            "spiders.robots.Robots": 100,
            "spiders.bodies.GuardedBodies": 590,
            "spiders.redirects.GuardedRedirects": 600,
            **({"scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750} if fetching.egress_proxy else {}),
        },
        "HTTPPROXY_ENABLED": bool(fetching.egress_proxy),
        "DOWNLOAD_MAXSIZE": fetching.max_body,
        "DOWNLOAD_TIMEOUT": fetching.timeout,
        "DOWNLOAD_DELAY": fetching.host_delay,
        "USER_AGENT": user_agent(fetching),
    }


def user_agent(fetching: Fetching) -> str:
    """Who we are, the version, and where to write to."""
    try:
        number = version("bellwether")
    except PackageNotFoundError:
        number = "0"
    return f"Bellwether/{number} (+{fetching.contact})" if fetching.contact else f"Bellwether/{number}"
