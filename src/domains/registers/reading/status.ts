// What a status cell claims. The state is derived from dates and terms; a claim that disagrees with it is worth telling.
import { plainLower } from './plain.ts'
import type { StatusSays } from './types.ts'

const over = /\b(?:expired|lapsed|inactive|in-active|not active|ended|terminated|cancell?ed|closed|invalid|dormant|non-?\s?(?:functional|operational)|not (?:in force|functional|operational|valid)|completed|no longer)\b|已到期|过期|失效|已终止|已结束|无效|истек|недейств|не действ|прекращ|расторгнут|завершен|ختم|غیر فعال|منسوخ|süresi dol|pasif|sona er|kedaluwarsa|kadaluarsa|berakhir|tidak (?:aktif|berlaku)/u
const notYet = /\b(?:draft|pending|in process|under (?:process|review|negotiation|consideration)|proposed|initiated|to be signed|not signed)\b|草案|待签|洽谈|проект|на согласовании|на подписании|زیر غور|زیر عمل|taslak|draf|proses/u
const holds = /\b(?:active|in force|valid|ongoing|on-going|current|operational|functional|renewed|live|effective|signed)\b|有效|生效|进行中|执行中|действу|активн|продл|فعال|جاری|نافذ|aktif|yürürlükte|devam|berlaku/u

export function readStatus(original: string): StatusSays | null {
  const text = plainLower(original.slice(0, 200))
  if (over.test(text)) return 'over'
  if (notYet.test(text)) return 'not-yet'
  return holds.test(text) ? 'in-force' : null
}
