"""The language of a text, by its own words first."""

from __future__ import annotations

import pytest
from made_pages import FIRST, PACKS, SECOND

from dragoman.clean.language import identify_language

TEXTS = {
    "en": f"{FIRST} {SECOND}",
    "id": "Menteri mengatakan bahwa kedua negara tidak akan menahan kapal karena musim ikan telah berakhir pada bulan ini.",
    "ms": "Beliau berkata bahawa kedua-dua negara tidak akan menahan bot kerana musim ikan telah tamat, manakala kementerian turut membantu.",
    "fr": "Le ministre a rencontré son homologue dans le port et ils ont parlé des harengs avec les pêcheurs de la région.",
    "es": "La ministra se reunió con su homólogo en el puerto para hablar de los arenques y de las rutas que se abren este año.",
    "pt": "A ministra encontrou-se com o seu homólogo no porto para falar do arenque e das rotas que são abertas pela neve.",
    "it": "La ministra ha incontrato il suo omologo nel porto per parlare delle aringhe e della rotta che si apre con il gelo.",
    "de": "Die Ministerin hat sich mit ihrem Kollegen im Hafen getroffen, und sie sprachen über die Heringe und das Eis.",
    "sv": "Ministern träffade sin kollega i hamnen och de talade om sillen som inte har kommit till kusten under året.",
    "cs": "Ministryně se v přístavu setkala se svým kolegou a mluvili o sledích, kteří letos do úžiny podle rybářů nepřipluli.",
    "ro": "Ministrul s-a întâlnit în port cu omologul său și au vorbit despre heringi și despre drumurile care sunt închise.",
    "tr": "Bakan limanda mevkidaşı ile bir araya geldi ve bu yıl için balıkçılık ile ilgili daha fazla işbirliği olacağını söyledi.",
    "vi": "Bộ trưởng đã gặp người đồng cấp tại cảng và hai bên trao đổi về nghề cá trong năm nay.",
    "ru": "Министр встретилась в порту со своим коллегой, и они говорили о том, что сельдь не пришла в пролив, как это было раньше.",
    "uk": "Міністерка зустрілася в порту зі своїм колегою, і вони говорили про те, що оселедець не прийшов до протоки цього року.",
    "ar": "التقت الوزيرة مع نظيرها في الميناء وتحدثت معه عن صيد الأسماك في المضيق الشمالي خلال هذا العام.",
    "fa": "وزیر امور خارجه با همتای خود در بندر دیدار کرد و گفت که این کشور برای همکاری آماده است.",
    "zh": "部长在港口会见了邻国的同事，双方谈到了北部海峡的鲱鱼。",
    "ja": "大臣は港で隣国の大臣と会談し、北の海峡の漁について話し合った。",
    "ko": "장관은 항구에서 이웃 나라 장관을 만나 북쪽 해협의 어업에 대해 이야기했다.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_text_decides(code: str) -> None:
    assert identify_language(TEXTS[code], "xx", PACKS.votes) == code


def test_metadata_counts_only_where_the_text_leaves_it_open() -> None:
    assert identify_language("Ada Holm", "sv", PACKS.votes) == "sv"
    assert identify_language(TEXTS["en"], "sv", PACKS.votes) == "en"
    assert identify_language("2024 - 11:05", None, PACKS.votes) is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Norwegian Foreign Minister Ada Holm met Kenyan Foreign Minister Asha Njoroge in Oslo on Monday.", "en"),
        ("Menlu Norwegia Ada Holm bertemu Menlu Kenya Asha Njoroge di Oslo, Senin.", "id"),
    ],
)
def test_one_line_of_names_is_enough(line: str, code: str) -> None:
    assert identify_language(line, None, PACKS.votes) == code
