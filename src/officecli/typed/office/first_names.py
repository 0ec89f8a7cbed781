"""English first names in full, and how their bearers are called for short where it is no beginning of the name: Bob for Robert."""

from __future__ import annotations

_SHORT_FOR = {
    "abigail": "abby gail", "alan": "al", "albert": "al bert", "alexander": "alec sandy sasha", "alexandra": "sandy sasha", "alfred": "al fred",
    "andrea": "andie", "andrew": "andy drew",
    "anthony": "tony", "antonio": "tony", "catherine": "kate katie cathy cat", "daniel": "danny", "david": "dave davy", "donald": "donnie",
    "douglas": "dougie", "gregory": "gregg", "charles": "chuck charlie", "christina": "tina chrissy", "christine": "tina chrissy",
    "christopher": "kit topher", "deborah": "debbie", "dorothy": "dot dottie", "edward": "ted ned eddie", "eleanor": "nell ellie nora",
    "elizabeth": "liz beth betsy betty lisa libby", "eugene": "gene", "francis": "frank", "franklin": "frank", "frederick": "freddie",
    "gerald": "jerry", "harold": "hal harry", "helen": "nell", "henry": "hank harry", "isabella": "bella", "jacob": "jake",
    "james": "jim jimmy jamie", "jeffrey": "geoff", "john": "jack johnny", "jonathan": "jon nathan",
    "joseph": "joe joey", "katherine": "kate katie kathy kitty", "kathleen": "katie kathy", "kathryn": "kate katie kathy", "kenneth": "ken kenny",
    "lawrence": "larry laurie", "leonard": "lenny", "margaret": "maggie meg peggy peg marge", "martha": "marty", "matthew": "matt",
    "michael": "mike mick mickey", "nicholas": "nick nicky", "patricia": "pat patty trish tricia", "patrick": "paddy", "peter": "pete",
    "philip": "phil pip", "phillip": "phil", "rebecca": "becky", "richard": "dick rick rich ricky", "robert": "bob bobby rob robbie bert",
    "ronald": "ronnie", "samantha": "sammy", "samuel": "sammy", "sarah": "sally sadie", "stephen": "steve", "steven": "steve", "susan": "sue susie",
    "theodore": "ted teddy", "theresa": "terry tess", "thomas": "tom tommy", "abraham": "abe", "barbara": "babs", "beatrice": "bea",
    "benjamin": "benny", "bernard": "bernie", "caroline": "carrie", "constance": "connie", "cynthia": "cindy", "dennis": "denny", "edgar": "eddie",
    "edmund": "ned eddie", "edwin": "ned eddie", "ernest": "ernie", "evelyn": "evie", "frances": "fran franny", "geoffrey": "jeff",
    "gertrude": "trudy", "gilbert": "bert", "harriet": "hattie", "herbert": "bert", "jennifer": "jenny", "jeremy": "jerry",
    "jerome": "jerry", "josephine": "josie", "judith": "judy", "laurence": "larry", "lucille": "lucy", "madeline": "maddie",
    "marjorie": "marge margie", "matilda": "tilly", "melissa": "missy", "mildred": "millie", "nathan": "nate",
    "nathaniel": "nate", "penelope": "penny", "randall": "randy", "reginald": "reggie", "rosalind": "roz", "rosemary": "rosie", "sandra": "sandy",
    "suzanne": "sue suzy", "terence": "terry", "teresa": "terry tess tessa", "timothy": "tim timmy", "tobias": "toby", "veronica": "ronnie",
    "wallace": "wally", "wilfred": "fred", "zachary": "zack", "victoria": "vicky tori", "vincent": "vinny", "virginia": "ginny",
    "cecilia": "cece", "emily": "emmy", "gabriel": "gabe", "gabrielle": "gabby", "isaac": "ike", "jacqueline": "jackie", "jessica": "jessie",
    "joanna": "jo", "joanne": "jo", "louis": "louie", "lucas": "luke", "mary": "molly polly", "maureen": "mo", "nicole": "nikki nicky",
    "oliver": "ollie", "roberta": "bobbie", "rudolph": "rudy", "russell": "rusty", "tamara": "tammy", "winifred": "winnie",
    "walter": "walt wally", "william": "bill billy will liam",
}  # fmt: skip
_FORMS = {name: frozenset(short.split()) for name, short in _SHORT_FOR.items()}


def are_of_one(word: str, name: str) -> bool:
    """Whether of two first names, in small letters, one is what the other is called for short."""
    return word in _FORMS.get(name, ()) or name in _FORMS.get(word, ())
