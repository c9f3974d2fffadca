// Takes off the project that a cell names after the parties: "… for Launching of …", "(… funded project)".
import { keyOf } from '../text/fold.ts'
import { countryNamed } from '../places/countries.ts'
import type { Tools } from './cell.ts'

const bracketed = /\s*\(([^()]*\b(?:project|funded|programme|program|scheme|initiative)\b[^()]*)\)/i
const under = /[\s,]+under (?:the )?([^,;]*\b(?:project|programme|program|scheme|initiative)\b.*)$/i
const forWord = /\s+for\s+(?:the\s+)?/gi
const purposes = /^(?:launch|establish|set(?:ting)? up|promot|collaborat|cooperat|co-operat|implement|exchang|training of|develop(?:ing|ment of)|conduct|strengthen|project|joint|capacity|student|faculty exchange|provision|offering|introduc|organi[sz]ing|support of|construction|creation|funding|facilitat|academic|mutual|scholarship|internship|joint)/i

export function takeProject(text: string, tools: Tools): { text: string; project: string | null } {
  for (const pattern of [bracketed, under]) {
    const found = pattern.exec(text)
    if (found && found.index > 0) return { text: without(text, found.index, found[0].length), project: (found[1] ?? '').trim() }
  }
  for (const found of [...text.matchAll(forWord)].slice(0, 5)) {
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + found[0].length)
    if (before.length > 1 && after.length > 2 && isPurpose(before, after, text, tools)) return { text: before.trim(), project: after.trim() }
  }
  return { text, project: null }
}

/** Many names hold a "for": it begins a purpose when the name was over before it, or when what follows is a doing. */
function isPurpose(before: string, after: string, text: string, tools: Tools): boolean {
  if (purposes.test(after)) return !holdsFor(before, text, tools)
  return endsWithPlace(before, tools) || /\)\s*$/.test(before)
}

function holdsFor(before: string, text: string, tools: Tools): boolean {
  const whole = tools.resolve({ text })
  const found = whole.evidence[0]
  return whole.confidence > 0.5 && found !== undefined && text.indexOf(found.found) < before.length && text.indexOf(found.found) + found.found.length > before.length
}

function endsWithPlace(before: string, tools: Tools): boolean {
  const ending = /(?:,|\bin)\s+([^,]{3,40})$/i.exec(before)?.[1] ?? ''
  const key = keyOf(ending)
  return countryNamed(key) !== null || tools.isCity(key)
}

const without = (text: string, at: number, length: number): string => `${text.slice(0, at)}${text.slice(at + length)}`.trim()
