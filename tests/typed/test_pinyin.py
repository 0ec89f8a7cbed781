"""The order in which people look words up: letters whatever their case, then Chinese characters by how they are read."""

from __future__ import annotations

from officecli.typed.pinyin import by_sound, first_letters


def test_words_stand_as_a_dictionary_has_them() -> None:
    in_order = [
        "",
        "2 tables",
        "10 chairs",
        "apple",
        "ＡＰＲＯＮ",
        "éclair",
        "eclairs",
        "item 007",
        "item 9",
        "Item 10",
        "item 10b",
        "Zebra",
        "zèbres",
        "安全",
        "白纸",
        "陈静",
        "第2项",
        "第１０项",
        "李明",
        "李娜",
        "路一",
        "吕一",
        "旅店",
        "律师",
        "卵石",
        "略",
        "轮船",
        "罗一",
        "怒江",
        "女工",
        "暖气",
        "王芳",
        "张伟",
    ]
    assert sorted(set(in_order), key=by_sound) == in_order


def test_a_character_begins_with_the_letters_of_all_its_readings() -> None:
    assert [first_letters(one) for one in "曾重李x"] == ["cz", "ctz", "l", ""]
