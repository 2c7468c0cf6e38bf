// All of them are made up: given names after solar terms, plants and weather, companies after two things that never met.
const SURNAMES = [...'林陈周沈陆何顾叶程罗谭邓许宋唐韩曾彭苏卢蒋蔡贾丁魏薛余潘杜夏'];
const GIVEN = [
    '立春', '雨水', '惊蛰', '谷雨', '小满', '芒种', '夏至', '白露', '秋分', '霜降', '立冬', '小雪', '青禾', '南星', '云舟', '松涛', '竹影', '清泉', '星河', '晚晴',
    '初晓', '长风', '明月', '朝阳', '新雨', '映雪', '听涛', '望山', '知秋', '念春', '乐山', '思源', '江南', '海棠', '丹枫', '银杏', '石榴', '小荷', '墨竹', '白桦',
    '苍山', '晴岚', '秋水', '冬青', '云杉', '雪松', '夏荷', '春棠', '山岚', '溪石',
];
const FIRST = [
    'Hazel', 'Rowan', 'Linden', 'Basil', 'Iris', 'Juniper', 'Sage', 'Olive', 'Ash', 'Clover', 'Heather', 'Laurel', 'Marigold', 'Poppy', 'Reed', 'Robin', 'Wren', 'Jasper', 'Amber', 'Flint',
    'Dale', 'Brook', 'Skye', 'Gale', 'Aspen', 'Briar', 'Fern', 'Forrest', 'Violet', 'Sorrel',
];
const LAST = [
    'Ashgrove', 'Brookfield', 'Cloudmere', 'Dewhurst', 'Elderfen', 'Foxglove', 'Greenhollow', 'Hailstone', 'Ivybridge', 'Juniperhill', 'Kestrelby', 'Larkmeadow', 'Mistvale', 'Northwind',
    'Oakapple', 'Pinecroft', 'Quillmoor', 'Rainford', 'Stonebeck', 'Thistlewood', 'Underbough', 'Vinefield', 'Willowmere', 'Yarrowdale', 'Alderway', 'Birchholt', 'Cedarbank', 'Dovecote', 'Emberley', 'Fernhill', 'Gorsefield', 'Hollyhurst', 'Inkwell', 'Jaywood',
    'Knollbrook', 'Lilyford', 'Mossgate', 'Nettlecombe', 'Otterbourne', 'Pearmain', 'Quicksilver', 'Rosehip', 'Saltmarsh', 'Teasel', 'Umberton', 'Violetta', 'Wheatear', 'Yewbarrow',
];
const THINGS = [
    '松果', '灯塔', '鲸鱼', '月桂', '纸船', '青瓦', '麦穗', '铜铃', '白鹭', '橘灯', '石桥', '风车', '海螺', '银杏', '木马', '晨钟', '蒲公英', '陶罐', '雪松', '锦鲤', '竹筏', '萤火', '琥珀', '珊瑚',
];
const LATIN_THINGS = [
    'Heron', 'Quince', 'Lantern', 'Anchor', 'Thimble', 'Walnut', 'Compass', 'Kettle', 'Magpie', 'Saffron', 'Pebble', 'Windmill', 'Copper', 'Otter', 'Barley', 'Sundial', 'Feather', 'Cobalt', 'Meadow', 'Acorn',
];
// Shares no divisor with the number of names, so that it comes by all of them.
const STRIDE = 7_919;
/** The trades of the sample company's customers, with what their names end in. */
export const TRADES = [
    { industry: 'Hotels and catering', chinese: ['酒店', '餐饮管理有限公司', '度假村'], latin: ['Hotel', 'Catering', 'Restaurants'] },
    { industry: 'Manufacturing', chinese: ['精密机械有限公司', '电子有限公司', '新材料有限公司'], latin: ['Precision', 'Electronics', 'Components'] },
    { industry: 'Education', chinese: ['国际学校', '幼儿园', '职业学院'], latin: ['School', 'Academy', 'College'] },
    { industry: 'Healthcare', chinese: ['口腔医院', '体检中心', '康复医院'], latin: ['Clinic', 'Dental Care', 'Health'] },
    { industry: 'Food and drink', chinese: ['食品有限公司', '茶饮有限公司', '烘焙坊'], latin: ['Foods', 'Tea Company', 'Bakery'] },
    { industry: 'Property', chinese: ['物业服务有限公司', '商业广场', '产业园'], latin: ['Property Services', 'Business Park', 'Offices'] },
];
/** A person's name in the writing of the customer. */
export const personName = (dice, isChinese) => isChinese ? `${dice.pick(SURNAMES)}${dice.pick(GIVEN)}` : `${dice.pick(FIRST)} ${dice.pick(LAST)}`;
/** The name of the customer of that number: no two customers of a sample company have the same. */
export function nthPersonName(number, isChinese) {
    const [surnames, given] = isChinese ? [SURNAMES, GIVEN] : [LAST, FIRST];
    const place = (number * STRIDE) % (surnames.length * given.length);
    const [surname, first] = [surnames[place % surnames.length] ?? '', given[Math.floor(place / surnames.length)] ?? ''];
    return isChinese ? `${surname}${first}` : `${first} ${surname}`;
}
/** The name of an organisation of a trade, which rarely comes twice. */
export function organisationName(dice, number, isChinese, trade) {
    const things = isChinese ? THINGS : LATIN_THINGS;
    const place = (number * STRIDE) % (things.length * (things.length - 1));
    const first = place % things.length;
    const [one, other] = [things[first] ?? '', things[(first + 1 + Math.floor(place / things.length)) % things.length] ?? ''];
    return isChinese ? `${one}与${other}${dice.pick(trade.chinese)}` : `${one} & ${other} ${dice.pick(trade.latin)}`;
}
const digits = (dice, count) => Array.from({ length: count }, () => dice.whole(0, 9)).join('');
/**
 * A telephone number that nobody has: Chinese subscribers' numbers never begin with 12, and 020 7946 0xxx and 555-01xx are set aside for fiction
 * (Ofcom, "Telephone numbers for use in TV and radio drama programmes"; North American Numbering Plan Administration, "555 numbers").
 */
export function phoneNumber(dice, isChinese) {
    if (isChinese)
        return `125 ${digits(dice, 4)} ${digits(dice, 4)}`;
    return dice.chance(0.5) ? `+44 20 7946 0${digits(dice, 3)}` : `+1 ${dice.pick([206, 303, 415, 503, 617, 718])} 555 01${digits(dice, 2)}`;
}
