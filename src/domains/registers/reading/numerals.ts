// Numbers written as words, in the languages registers are written in: "five", "пяти", "پانچ", "五".

const words: [number, string][] = [
  [1, 'one|один|одного|одну|одна|ایک|bir|satu'], [2, 'two|два|двух|две|دو|iki|dua'], [3, 'үш|three|три|трех|трёх|تین|üç|tiga'],
  [4, 'four|четыре|четырех|четырёх|چار|dört|empat'], [5, 'бес|besh|five|пять|пяти|پانچ|پنج|beş|lima'], [6, 'six|шесть|шести|چھ|چھے|altı|enam'],
  [7, 'seven|семь|семи|سات|yedi|tujuh'], [8, 'eight|восемь|восьми|آٹھ|sekiz|delapan'], [9, 'nine|девять|девяти|نو|dokuz|sembilan'],
  [10, 'он|ten|десять|десяти|دس|on|sepuluh'], [12, 'twelve|двенадцать|двенадцати|بارہ'], [15, 'fifteen|пятнадцать|пятнадцати|پندرہ'],
  [18, 'eighteen|восемнадцать|восемнадцати|اٹھارہ'], [20, 'twenty|двадцать|двадцати|بیس|yirmi'], [24, 'twenty[- ]four|двадцать четыре'],
  [25, 'twenty[- ]five|двадцать пять|پچیس'], [30, 'thirty|тридцать|тридцати|تیس'], [36, 'thirty[- ]six'], [50, 'fifty|пятьдесят|پچاس'],
]
const byLength = words.flatMap(([value, forms]) => forms.split('|').map((form) => [form, value] as const)).toSorted((a, b) => b[0].length - a[0].length)
const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${byLength.map(([form]) => form).join('|')})(?![\\p{L}\\p{M}])`, 'gu')
const values = new Map(byLength.map(([form, value]) => [form.replace('[- ]', ' '), value]))

/** Number words become digits. `text` in lower case. "on" is ten only in Turkish, so only before a Turkish unit of time. */
export function numeralsToDigits(text: string): string {
  return text.replace(pattern, (word, at: number) => {
    if (word === 'on' && !/^\s+(yıl|yil|sene|ay)/.test(text.slice(at + 2))) return word
    return String(values.get(word.replace('-', ' ')) ?? word)
  })
}

const han: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }

/** Chinese numerals before a unit of time become digits: 二〇一九年 is 2019年, 三十一日 is 31日, 五年 is 5年. */
export function hanToDigits(text: string): string {
  return text.replace(/([〇○零一二两兩三四五六七八九十拾壹贰叁肆伍陆柒捌玖]+)(?=\s*(个|個)?\s*[年月日号號])/g, (run) => String(hanValue(run)))
}

function hanValue(run: string): number | string {
  const parts = run.split(/[十拾]/)
  if (parts.length === 1) return Number([...run].map((digit) => han[digit]).join(''))
  if (parts.length > 2) return run
  const [tens, ones] = parts as [string, string]
  if (tens.length > 1 || ones.length > 1) return run
  return (tens === '' ? 1 : (han[tens] ?? 0)) * 10 + (ones === '' ? 0 : (han[ones] ?? 0))
}
