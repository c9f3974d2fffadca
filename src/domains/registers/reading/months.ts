// The names of the months in the languages registers are written in, and the month a misspelt name means.
import { slips } from './plain.ts'

const names: Record<string, string[]> = {
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  ru: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
  ruOf: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ruIn: ['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне', 'июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре'],
  ur: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
  tr: ['ocak', 'şubat', 'mart', 'nisan', 'mayıs', 'haziran', 'temmuz', 'ağustos', 'eylül', 'ekim', 'kasım', 'aralık'],
  id: ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember'],
  de: ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  it: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  pt: ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  uz: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avgust', 'sentabr', 'oktabr', 'noyabr', 'dekabr'],
  uk: ['січня', 'лютого', 'березня', 'квітня', 'травня', 'червня', 'липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня'],
  ar: ['یناير', 'فبراير', 'مارس', 'ابريل', 'مايو', 'يونيو', 'يوليو', 'اغسطس', 'سبتمبر', 'اكتوبر', 'نوفمبر', 'ديسمبر'].map((name) => name.replaceAll('ي', 'ی').replaceAll('ك', 'ک')),
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
}
const others: Record<string, number> = {
  subat: 2, mayis: 5, agustos: 8, eylul: 9, kasim: 11, aralik: 12, marz: 3, maerz: 3, fevrier: 2, aout: 8, decembre: 12, ogos: 8, mac: 3, disember: 12,
  sept: 9, sep: 9, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, oct: 10, nov: 11, dec: 12, okt: 10, des: 12, dez: 12, agu: 8, agt: 8, ags: 8,
  oca: 1, şub: 2, sub: 2, nis: 4, haz: 6, tem: 7, ağu: 8, eyl: 9, eki: 10, kas: 11, ara: 12, янв: 1, фев: 2, февр: 2, мар: 3, апр: 4, июн: 6, июл: 7,
  авг: 8, сен: 9, сент: 9, окт: 10, ноя: 11, нояб: 11, дек: 12, اگسٹ: 8, سپتمبر: 9, مئ: 5, یناير: 1,
}

const exact = new Map<string, number>(Object.entries(others))
for (const language of Object.values(names)) language.forEach((name, at) => exact.set(name, at + 1))
const long = [...exact.keys()].filter((name) => name.length >= 5)

export interface MonthReading { month: number; misspelt: boolean }

const remembered = new Map<string, MonthReading | null>()

/** `word` in lower case, letters only. A misspelt name counts only when one month alone is near it. */
export function monthOf(word: string): MonthReading | null {
  const known = exact.get(word)
  if (known !== undefined) return { month: known, misspelt: false }
  if (word.length < 4 || word.length > 14) return null
  const before = remembered.get(word)
  if (before !== undefined) return before
  const found = nearest(word)
  if (remembered.size < 5_000) remembered.set(word, found)
  return found
}

function nearest(word: string): MonthReading | null {
  const shortened = word.length >= 4 ? long.filter((name) => name.startsWith(word)) : []
  if (shortened.length > 0 && new Set(shortened.map((name) => exact.get(name))).size === 1) return { month: exact.get(shortened[0]!)!, misspelt: false }
  let best = 3
  let months = new Set<number>()
  for (const name of long) {
    const allowed = Math.min(name.length, word.length) >= 7 ? 2 : 1
    const distance = slips(word, name, allowed)
    if (distance > allowed || distance > best || (distance === 2 && word[0] !== name[0])) continue
    if (distance < best) months = new Set()
    best = distance
    months.add(exact.get(name)!)
  }
  return months.size === 1 ? { month: [...months][0]!, misspelt: true } : null
}
