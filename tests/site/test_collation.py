"""Sorted lists, as the alphabet of each language has them."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.site.collation import letter_of, sort_key

LANGUAGES = ["sq", "sr-Latn", "sr-Cyrl", "tr", "en"]

IN_ORDER = {
    "sq": "Cakaj Çabra Dardania drejtori Dukagjini dy dhe Dheu Ema Ëndrra fusha Gashi gur gjak Gjilan "
    "Hasani lule luan_i Llapi llamba Malisheva natë nxënës njeri njoftim orari Rexhepi ruga rrobë rruga "
    "Selimi sot shi shpallje tatimi top thes u vendim xixë Xhevdet ylber Zogaj Zhegra",
    "sr-Latn": "2_dana 10_dana avgust budžet cena čaj ćuprija Dragan dušnik dvor Džemal Đorđe Gnjilane "
    "info injekcija inspekcija inje Klokot kultura lozica Lješnica nada nadzor nadživeti nacrt_x "
    "Novo_Brdo Njegoš odbor odgovor odživeti odžak plan radža savet Skupština Šilovo telal ured vodovod "
    "zakon zdravstvo Žegra",
    "sr-Cyrl": "2_дана 10_дана август буџет влада Гњилане дан Ђорђе еколог Жегра закон инјекција иње "
    "јавност Клокот лозица Љешница мапа нада Његош одлука план ред Скупштина тендер ћуприја ужина "
    "фонд храна цена чај Џемал Шилово Gjilan",
    "tr": "Ahmet belediye Ceylan Çiçek dosya elma fatura Gazi Gilan Ğ harita ılıca Isparta idare İstanbul "
    "Jale karar lise meclis Nuri okul Ömer pazar rapor su Şule tarih ulaşım üye Vali yol Zeki",
    "en": "(a) 2_b 10_b annex bridge cafe café Café Item_2 Item_10 mayor Road road-works Zürich",
}
IN_ORDER["sq"] = IN_ORDER["sq"].replace("lule luan_i", "luan_i lule")
IN_ORDER["sr-Latn"] = IN_ORDER["sr-Latn"].replace("nada nadzor nadživeti nacrt_x", "nacrt nada nadzor nadživeti")
