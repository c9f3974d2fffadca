// An invented memorandum in the four languages, for tests and measurements: any number of clauses, charts, fields and a code.
import type { Paper, ParallelCell, ParallelRow, Said } from './paper.ts'
import { richOf } from './rich.ts'

const said = (lang: string, text: string): Said => ({ lang, text })

const titles = {
  en: 'Memorandum of Understanding on a Joint Research Centre', zh: '关于共建联合研究中心的谅解备忘录',
  ru: 'Меморандум о взаимопонимании по созданию совместного исследовательского центра', ur: 'مشترکہ تحقیقی مرکز کے قیام پر مفاہمت کی یادداشت',
}
const articles = { en: 'Article', zh: '第', ru: 'Статья', ur: 'دفعہ' }
const clauses = {
  en: 'The Parties shall exchange at least 2 members of academic staff each way in every academic year of 2025–2029, and shall bear the costs of travel and accommodation in accordance with their internal regulations.',
  zh: '双方在2025–2029每一学年内，应互派不少于2名教师（academic staff），其旅费与住宿费依照各自的内部规定承担。“学年”指每年9月1日至次年8月31日。',
  ru: 'Стороны ежегодно в течение 2025–2029 учебных годов направляют не менее двух преподавателей в каждую сторону и несут расходы на проезд и проживание в соответствии со своими внутренними нормативными документами.',
  ur: 'فریقین 2025–2029 کے ہر تعلیمی سال میں کم از کم 2 اساتذہ کا باہمی تبادلہ کریں گے، اور سفر و رہائش (travel and accommodation) کے اخراجات اپنے اپنے ضوابط کے مطابق برداشت کریں گے۔',
}
export type SampleLanguage = keyof typeof clauses

function article(number: number, lang: SampleLanguage): ParallelCell {
  const name = lang === 'zh' ? `${articles.zh}${number}条` : `${articles[lang]} ${number}`
  return { lang, rich: [{ kind: 'heading', level: 1, line: [{ text: name }] }] }
}

const clause = (number: string, lang: SampleLanguage): ParallelCell => ({ lang, label: number, rich: richOf(clauses[lang]) })

/** Each article has four clauses; about two and a half pages for each article in two languages. */
function rows(count: number, languages: SampleLanguage[]): ParallelRow[] {
  return Array.from({ length: count }, (_, at) => [
    { cells: languages.map((lang) => article(at + 1, lang)) },
    ...Array.from({ length: 4 }, (_none, n) => ({
      clause: `00000000-0000-4000-8000-${String(at * 10 + n).padStart(12, '0')}`, cells: languages.map((lang) => clause(`${at + 1}.${n + 1}`, lang)),
    })),
  ]).flat()
}

export function sample(count: number, languages: SampleLanguage[] = ['en', 'ur'], layout: 'beside' | 'after' = 'beside'): Paper {
  return {
    languages: languages as [string, ...string[]], title: languages.map((lang) => said(lang, titles[lang])) as [Said, ...Said[]], madeAt: '2025-11-21T13:40:00Z',
    header: said('en', 'Draft 3'), footer: said('en', 'University of Sargodha · Zaozhuang University'), pageNumber: said('en', 'Page {page} of {pages}'),
    blocks: [
      { kind: 'parallel', layout, rows: rows(count, languages) },
      { kind: 'signatures', fields: [
        { name: 'first', lines: [said('ur', 'پروفیسر ڈاکٹر قیصر عباس'), said('en', 'Vice-Chancellor, University of Sargodha')] },
        { name: 'second', lines: [said('zh', '张伟'), said('en', 'President, Zaozhuang University')] },
      ] },
      { kind: 'verification', lang: 'en', text: 'Check this document', address: 'https://pamir.example.org/verify/KTRW-82MX-4Q', code: 'KTRW-82MX-4Q' },
    ],
  }
}

/** What a report is made of, in one language. */
export function sampleReport(lang: SampleLanguage): Paper {
  const column = { en: ['What', 'Expected', 'Claimed', 'Confirmed'], zh: ['内容', '应完成', '已申报', '已确认'], ru: ['Что', 'Ожидается', 'Заявлено', 'Подтверждено'], ur: ['کیا', 'متوقع', 'دعویٰ', 'تصدیق شدہ'] }[lang]
  return {
    languages: [lang], title: [said(lang, titles[lang])], madeAt: '2025-11-21T13:40:00Z', pageNumber: said(lang, '{page} / {pages}'),
    blocks: [
      { kind: 'facts', lang, facts: [{ label: column[0]!, value: { text: titles[lang] } }, { label: column[1]!, value: { text: '3', href: '#list' } }] },
      { kind: 'chart', lang, caption: titles[lang], chart: 'rings', columns: column, rows: [{ label: titles[lang], expected: 4, claimed: 3, confirmed: 1 }, { label: column[0]!, expected: 2, claimed: 2, confirmed: 2 }, { label: column[1]!, expected: 2, claimed: 0, confirmed: 0 }] },
      { kind: 'chart', lang, caption: column[0]!, chart: 'balance', columns: [column[0]!, 'A', 'B'], rows: [{ label: column[1]!, first: 7, second: 3 }, { label: column[2]!, first: 1, second: 12 }] },
      { kind: 'chart', lang, caption: column[3]!, chart: 'timeline', columns: column.slice(0, 2), from: '2024-01-01', until: '2029-01-01', today: '2025-11-21', rows: [{ day: '2024-02-10', shown: '2024-02-10', label: column[2]!, done: true }, { day: '2028-12-01', shown: '2028-12-01', label: column[3]!, done: false }] },
      { id: 'list', kind: 'table', lang, caption: column[1]!, columns: [{ label: column[0]!, share: 2 }, { label: column[1]!, align: 'end' }], rows: [[{ text: titles[lang], href: 'https://example.org/a' }, { text: '41' }], [{ text: '<b>#panic("x")</b> $x$ \\ *not bold*' }, { text: '1\u00a0204', bold: true }]] },
      { kind: 'rich', lang, rich: [{ kind: 'heading', level: 2, line: [{ text: column[0]! }] }, { kind: 'list', ordered: true, items: [[{ text: clauses[lang], italic: true }], [{ text: clauses[lang], bold: true }]] }, { kind: 'list', ordered: false, items: [[{ text: column[2]! }]] }, { kind: 'table', head: true, rows: [[[{ text: column[0]! }], [{ text: column[1]! }]], [[{ text: '1' }], [{ text: clauses[lang] }]]] }] },
      { kind: 'note', lang, text: clauses[lang] },
    ],
  }
}
