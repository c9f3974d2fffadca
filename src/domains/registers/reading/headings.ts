// What a heading says its column holds.
import { plainLower } from './plain.ts'
import { headingWords, type Role } from './roles.ts'

export interface Heading { role: Role; sureness: number }

const longestHeading = 120

/** Signs become spaces, so that "Institute/University" and "S.No." are words. */
export const headingText = (header: string): string =>
  plainLower(header.slice(0, longestHeading)).replace(/[^\p{L}\p{M}\p{Nd}#№]+/gu, ' ').trim()

export function readHeading(header: string): Heading | null {
  const text = headingText(header)
  if (text === '') return null
  const role = roleOf(text)
  return role ? { role, sureness: text.split(' ').length <= 4 ? 0.9 : 0.8 } : null
}

const modifier = /^(?:国外|境外|海外|合作|所在|伙伴|国际|外方|中方|我方|友好|签署|签约|协议|合同|备忘录)(?=.)/u

function roleOf(text: string): Role | null {
  for (const [role, words] of headingWords) if (words.test(text)) return role
  return modifier.test(text) ? roleOf(text.replace(modifier, '').trim() || '-') : null
}

/** How many of these cells sound like headings: the spreadsheet's reader asks it to find the header. */
export function soundsLikeHeader(cells: string[]): number {
  if (cells.length === 0) return 0
  const heard = cells.filter((cell) => cell.length <= 80 && readHeading(cell) !== null && !soundsLikeName(cell))
  return heard.length / cells.length
}

/** "Teikyo University" and "University of Vienna" have a word of headings in them and are names: another of their words is no such word. */
function soundsLikeName(cell: string): boolean {
  const text = headingText(cell)
  const role = roleOf(text)
  return (role === 'partner' || role === 'unit') && !text.split(' ').every((word) => besides.test(word) || roleOf(word) !== null)
}

/** Words that stand beside the telling ones in headings. */
const besides = /^(?:\d+|[a-d]|of|the|and|or|with|by|for|in|at|to|on|no|full|official|english|native|other|all|main|first|second|third|home|local|foreign|abroad|overseas|international|national|external|cooperating|partnering|participating|higher|education|educational|academic|concerned|signatory|зарубежн\S*|иностранн\S*|полное|о|с|и|в|на|کا|کی|کے|غیر|ملکی|و|ve|dan|yang|luar|negeri|yabancı)$/u
