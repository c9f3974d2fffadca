// The organisations that the texts name, under short keys. Identifiers and places are those of the public ROR register.
import type { Draft, Name } from '#domains/organisations/model.ts'
import { sources, type SourceName } from './sources.ts'

export type Named = Omit<Draft, 'parentId'> & { key: string; from: SourceName; parent?: string; successor?: string }

/** `name('西安交通大学', 'zh')` is a name in another language; the first name given is the official one. */
export const name = (text: string, lang: string | null = 'en', kind: Name['kind'] = 'label'): Name => ({ text, lang, kind })
export const official = (text: string, lang: string | null = 'en'): Name => name(text, lang, 'display')
export const acronym = (text: string, lang: string | null = null): Name => name(text, lang, 'acronym')
export const ror = (value: string) => [{ scheme: 'ror', value }]
const at = (country: string, city: string, latitude: number, longitude: number) => ({ country, city, latitude, longitude })
export const places = {
  xian: at('CN', 'Xi’an', 34.25833, 108.92861), sargodha: at('PK', 'Sargodha', 32.0836, 72.6711), moscow: at('RU', 'Moscow', 55.75222, 37.61556),
  seoul: at('KR', 'Seoul', 37.566, 126.9784), almaty: at('KZ', 'Almaty', 43.25, 76.91667), bishkek: at('KG', 'Bishkek', 42.87, 74.59),
  islamabad: at('PK', 'Islamabad', 33.72148, 73.04329),
}

export const principals: Named[] = [
  { key: 'xjtu', from: 'uansr', kind: 'university', ...places.xian, identifiers: ror('017zhmm22'), website: 'https://www.xjtu.edu.cn', domain: 'xjtu.edu.cn', established: 1896,
    names: [official('Xi’an Jiaotong University'), name('西安交通大学', 'zh'), acronym('XJTU')] },
  { key: 'xjtu-management', from: 'uansr', kind: 'school', parent: 'xjtu', ...places.xian, names: [official('XJTU School of Management'), name('西安交通大学管理学院', 'zh')] },
  { key: 'xjtu-health', from: 'uansr', kind: 'school', parent: 'xjtu', ...places.xian, names: [official('XJTU Health Science Center'), name('西安交通大学医学部', 'zh')] },
  { key: 'harbor', from: 'uansr', kind: 'other', country: 'CN', names: [official('Western China Science and Technology Innovation Harbor'), name('中国西部科技创新港', 'zh')] },
  { key: 'sargodha', from: 'sargodha', kind: 'university', ...places.sargodha, identifiers: ror('0086rpr26'), website: 'http://uos.edu.pk/', domain: 'uos.edu.pk', established: 2002,
    names: [official('University of Sargodha'), name('یونیورسٹی آف سرگودھا', 'ur'), acronym('UoS')] },
  { key: 'china-studies', from: 'sargodha', kind: 'institute', parent: 'sargodha', ...places.sargodha, names: [official('Pakistan Institute of China Studies')] },
  { key: 'confucius', from: 'sargodha', kind: 'institute', parent: 'sargodha', ...places.sargodha, names: [official('Confucius Institute at UoS')] },
  { key: 'zaozhuang', from: 'sargodha', kind: 'vocational-college', country: 'CN', provisional: true, names: [official('Zaozhuang School of Technology'), acronym('ZST')] },
  { key: 'sco', from: 'conference', kind: 'other', names: [official('Shanghai Cooperation Organization'), name('上海合作组织', 'zh'), name('Шанхайская организация сотрудничества', 'ru'), name('شنگھائی تعاون تنظیم', 'ur'), acronym('SCO')] },
  { key: 'engineering', from: 'conference', kind: 'agency', ...at('CN', 'Beijing', 39.9075, 116.39723), identifiers: ror('00z3yke57'), website: 'http://en.cae.cn/en/', established: 1994,
    names: [official('Chinese Academy of Engineering'), name('中国工程院', 'zh'), acronym('CAE')] },
  { key: 'itmc', from: 'digital', kind: 'company', country: 'CN', names: [official('ITMC Technology Co, Ltd.')] },
  { key: 'uni', from: 'digital', kind: 'other', names: [official('UNI International')] },
  { key: 'tevta', from: 'digital', kind: 'agency', country: 'PK', names: [official('Punjab TEVTA')] },
  { key: 'jiangsu', from: 'digital', kind: 'vocational-college', country: 'CN', provisional: true, names: [official('Jiangsu Commerce Vocational and Technical College')] },
  { key: 'embassy', from: 'digital', kind: 'agency', country: 'PK', names: [official('Embassy of Pakistan in China')] },
  { key: 'nsu', from: 'digital', kind: 'university', ...places.islamabad, names: [official('National Skills University Islamabad'), name('NSU Islamabad', 'en', 'short')] },
  { key: 'economic-net', from: 'lithium', kind: 'company', country: 'CN', names: [official('China Economic Net'), name('中国经济网', 'zh')] },
  { key: 'academia', from: 'digital', kind: 'company', names: [official('Academia Magazine')] },
]

/** Joint units: those that the texts say exist, and those that they say were agreed or envisaged. */
export const jointUnits: Named[] = [
  { key: 'lithium-centre', from: 'sargodha', kind: 'laboratory', parent: 'sargodha', ...places.sargodha, names: [official('Joint Lithium Battery Research Centre'), name('Joint Research Centre on Lithium Batteries', 'en', 'alias')] },
  { key: 'lithium-unit', from: 'sargodha', kind: 'other', country: 'PK', origin: `${sources.sargodha}: envisaged`, names: [official('Joint Lithium Battery Manufacturing Unit')] },
  { key: 'industrial-design', from: 'uansr', kind: 'school', country: 'CN', origin: `${sources.uansr}: agreed to be established`, names: [official('Joint School of Industrial Design (XJTU and Politecnico di Milano)')] },
  { key: 'innovation-centre', from: 'uansr', kind: 'institute', country: 'CN', origin: `${sources.uansr}: agreed to be established`, names: [official('Innovation Center (XJTU and Politecnico di Milano)')] },
  { key: 'doctoral-centre', from: 'conference', kind: 'institute', names: [official('China-SCO Doctoral Talent Cultivation and Innovation Center')] },
]

/** Registered organisations that a doubtful name may mean: offered beside it, never taken for it. */
export const candidates: (Named & { mayBe: string; because: string })[] = [
  { key: 'zaozhuang-science', mayBe: 'zaozhuang', because: 'Zaozhuang School of Technology ~ ZaoZhuang Vocational College of Science and Technology', from: 'sargodha', kind: 'vocational-college',
    ...at('CN', 'Tengzhou', 35.1, 117.15), identifiers: ror('014z21s47'), website: 'http://www.zzkjxy.edu.cn', domain: 'zzkjxy.edu.cn', established: 2005,
    names: [official('ZaoZhuang Vocational College of Science and Technology'), name('枣庄科技职业学院', 'zh'), acronym('ZZVCST')] },
  { key: 'tajik-national', mayBe: 'tajik', because: 'Tajik National University for Research and Sciences ~ Tajik National University', from: 'uansr', kind: 'university',
    ...at('TJ', 'Dushanbe', 38.53575, 68.77905), identifiers: ror('04bccg972'), website: 'https://www.tnu.tj', established: 1947,
    names: [official('Tajik National University'), name('Донишгоҳи миллии Тоҷикистон', 'tg'), name('Таджикский национальный университет', 'ru'), acronym('TNU')] },
  { key: 'lg', mayBe: 'lge', because: 'LGE ~ LG (South Korea)', from: 'uansr', kind: 'company', ...places.seoul, identifiers: ror('03ddh2c27'), website: 'https://www.lge.co.kr', established: 1947,
    names: [official('LG (South Korea)'), name('LG Corporation', 'en', 'alias')] },
  { key: 'jiangsu-commerce', mayBe: 'jiangsu', because: 'Jiangsu Commerce Vocational and Technical College ~ Jiangsu Vocational Institute of Commerce', from: 'digital', kind: 'vocational-college',
    country: 'CN', identifiers: ror('01aew1m62'), website: 'http://en.jseti.edu.cn/', established: 1952,
    names: [official('Jiangsu Vocational Institute of Commerce'), name('江苏经贸职业技术学院', 'zh'), acronym('JVIC')] },
]
