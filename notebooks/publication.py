"""The publication in force and the look of its pictures: what the notebooks beside this file share."""

import json
import os
import pathlib

import duckdb
import matplotlib.pyplot as plt

lake = pathlib.Path(os.environ.get('JINDU_LAKE', '../data-lake'))
# Resolved once: while a notebook runs, a night may put another publication in force.
published = (lake / 'published' / 'current').resolve()
manifest = json.loads((published / 'publication.json').read_text(encoding='utf-8'))
notice = manifest.get('notice')
notice = f"{notice['zh']} / {notice['en']}" if notice else ''

INK, PALE, RULE, WARNING = '#1f2933', '#6b7785', '#d5dbe1', '#a04000'
LAMPS = {'green': ('绿', '#1e8449'), 'yellow': ('黄', '#b7860b'), 'red': ('红', '#c0392b'), 'grey': ('灰', '#98a2ad')}

plt.rcParams['font.sans-serif'] = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Microsoft YaHei', 'SimHei', 'DejaVu Sans']
plt.rcParams['axes.unicode_minus'] = False


def table(name):
    """A published table, to stand in a query."""
    path = str(published / name).replace("'", "''")
    return f"read_parquet('{path}/*.parquet')"


def rows(query):
    """The rows of a query, as tuples."""
    return duckdb.sql(query).fetchall()


def introduce():
    """Says which publication is read, and what must be said of it."""
    print('publication', manifest['publication'], 'as of', manifest['as_of'])
    print(notice)


def number(value, decimals):
    """A figure with separators of thousands; – where it is not known."""
    return '–' if value is None else f'{value:,.{decimals}f}'


def signed(value, decimals=1):
    """A growth or a difference, with its sign."""
    return '–' if value is None else f'{value:+.{decimals}f}'.replace('-', '−')


def bare(axis):
    """Takes away what is no figure."""
    axis.spines[['top', 'right', 'left']].set_visible(False)
    axis.spines['bottom'].set_color(RULE)
    axis.tick_params(left=False, bottom=False, colors=INK)


def title(figure, text, below=0.3):
    """The title of a picture, and the notice under it; lays out the rest between them and what stands below (inches)."""
    height = figure.get_figheight()
    figure.suptitle(text, x=0.015, y=1 - 0.12 / height, ha='left', va='top', fontsize=15, weight='bold', color=INK)
    figure.text(0.015, 1 - 0.45 / height, notice, va='top', fontsize=9, weight='bold', color=WARNING)
    figure.tight_layout(rect=(0, below / height, 1, 1 - 0.68 / height))
