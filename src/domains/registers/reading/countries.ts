// Country names as registers write them, in several languages, with the short forms people use and one slip of the finger forgiven.
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' }
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import fa from 'i18n-iso-countries/langs/fa.json' with { type: 'json' }
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import id from 'i18n-iso-countries/langs/id.json' with { type: 'json' }
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' }
import kk from 'i18n-iso-countries/langs/kk.json' with { type: 'json' }
import uz from 'i18n-iso-countries/langs/uz.json' with { type: 'json' }
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' }
import uk from 'i18n-iso-countries/langs/uk.json' with { type: 'json' }
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' }
import ur from 'i18n-iso-countries/langs/ur.json' with { type: 'json' }
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { plainLower, slips } from './plain.ts'

export interface Country { code: string; misspelt: boolean }

const alsoCalled: Record<string, string> = {
  US: 'usa|u s a|us|u s|america|united states|states|сша|امریکہ|امریکا|abd|amerika|amerika serikat|美国', GB: 'uk|u k|england|scotland|wales|northern ireland|great britain|britain|великобритания|англия|шотландия|برطانیہ|انگلستان|ingiltere|inggris|英国',
  SA: 'ksa|saudi|kingdom of saudi arabia|سعودی عرب|саудовская аравия', AE: 'uae|u a e|emirates|dubai|abu dhabi|оаэ|متحدہ عرب امارات|阿联酋', KR: 'south korea|korea|republic of korea|korea south|rok|южная корея|корея|جنوبی کوریا|güney kore|korea selatan|韩国',
  KP: 'north korea|dprk|кндр|朝鲜', CN: 'қытай|қхр|china|pr china|p r china|prc|people s republic of china|peoples republic of china|mainland china|кнр|китай|چین|çin|tiongkok|cina|中国', TW: 'taiwan|taiwan roc|chinese taipei|тайвань|تائیوان|tayvan|台湾|中国台湾',
  HK: 'hong kong|hongkong|hong kong sar|香港|中国香港', MO: 'macau|macao|澳门|中国澳门', IR: 'iran|i r iran|islamic republic of iran|иран|ایران|伊朗', RU: 'ресей|ресей федерациясы|russia|russian federation|рф|россия|روس|rusya|rusia|俄罗斯', VN: 'vietnam|viet nam|вьетнам|ویتنام|越南',
  TR: 'түркия|turkey|turkiye|türkiye|турция|ترکی|ترکیہ|turki|土耳其', CZ: 'czech republic|czechia|czech|чехия|چیک جمہوریہ|捷克', NL: 'netherlands|holland|the netherlands|нидерланды|голландия|ہالینڈ|نیدرلینڈز|荷兰', SY: 'syria|сирия|شام|叙利亚',
  TZ: 'tanzania', VE: 'venezuela', BO: 'bolivia', MD: 'moldova|молдова|молдавия', MK: 'macedonia|north macedonia|македония', LA: 'laos|лаос|老挝', BN: 'brunei|brunei darussalam|бруней|文莱', KG: 'kyrgyzstan|kirghizstan|kirgizstan|kyrgyz republic|киргизия|кыргызстан|کرغزستان|کرغیزستان|吉尔吉斯斯坦',
  KZ: 'қазақстан|kazakhstan|kazakstan|казахстан|قازقستان|قازاقستان|哈萨克斯坦', UZ: 'uzbekistan|узбекистан|ازبکستان|乌兹别克斯坦', TJ: 'tajikistan|таджикистан|تاجکستان|塔吉克斯坦', TM: 'turkmenistan|туркмения|туркменистан|ترکمانستان', TN: 'tunisia|tunisie|тунис|تیونس',
  MA: 'morocco|maroc|марокко|مراکش', DZ: 'algeria|algerie|алжир|الجزائر', EG: 'egypt|египет|مصر', PS: 'palestine|палестина|فلسطین', CY: 'cyprus|north cyprus|northern cyprus|trnc|turkish republic of northern cyprus|кипр|قبرص', BA: 'bosnia|bosnia and herzegovina|bosnia herzegovina|босния',
  CI: 'ivory coast|cote d ivoire', CD: 'dr congo|drc|democratic republic of congo', MM: 'burma|myanmar|мьянма', BY: 'belarus|беларусь|белоруссия|بیلاروس', PK: 'pakistan|islamic republic of pakistan|пакистан|پاکستان|巴基斯坦', AF: 'afghanistan|афганистан|افغانستان', GM: 'gambia|the gambia',
  SD: 'sudan', LK: 'sri lanka|srilanka|шри ланка|سری لنکا', MY: 'malaysia|malysia|малайзия|ملائیشیا|ملائشیا|malezya', ID: 'indonesia|индонезия|انڈونیشیا|endonezya', JP: 'japan|япония|جاپان|japonya|jepang', DE: 'germany|deutschland|германия|جرمنی|almanya|jerman', AZ: 'azerbaijan|азербайджан|آذربائیجان',
}

const byName = new Map<string, string>()
for (const language of [uk, uz, kk, pt, it, ar, es, fr, de, id, tr, fa, ur, ru, zh, en]) {
  for (const [code, names] of Object.entries(language.countries as Record<string, string | string[]>)) {
    for (const name of [names].flat()) byName.set(countryKey(name), code)
  }
}
for (const [code, names] of Object.entries(alsoCalled)) for (const name of names.split('|')) byName.set(countryKey(name), code)
const byCode = new Map((codes as string[][]).flatMap(([two, three]) => [[two!, two!], [three!, two!]] as const))
const longNames = [...byName.keys()].filter((name) => name.length >= 6)

function countryKey(text: string): string {
  return plainLower(text).replace(/[^\p{L}\p{M}]+/gu, ' ').replace(/^\s*the /, '').trim()
}

const remembered = new Map<string, Country | null>()

/** A cell that is a country and nothing else; codes only in capitals. */
export function countryOf(text: string): Country | null {
  if (text.length > 60) return null
  const known = remembered.get(text)
  if (known !== undefined) return known
  const found = find(text)
  if (remembered.size < 10_000) remembered.set(text, found)
  return found
}

function find(text: string): Country | null {
  const key = countryKey(text)
  if (key === '') return null
  const code = byName.get(key) ?? byCode.get(text.trim())
  if (code) return { code, misspelt: false }
  if (key.length < 6) return null
  const near = new Set<string>()
  for (const name of longNames) if (name[0] === key[0] && slips(key, name, 1) <= 1) near.add(byName.get(name)!)
  return near.size === 1 ? { code: [...near][0]!, misspelt: true } : null
}
