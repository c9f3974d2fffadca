// Reads one cell of a register: takes off remarks and project, parts the parties, resolves each with what the row says besides.
import type { CellHints, CellReading, Evidence, Party, Question, Resolution } from '../types.ts'
import { clean } from '../text/fold.ts'
import { columnCountry, takeCountry } from './column.ts'
import { isOwner } from './owner.ts'
import { partiesIn } from './parties.ts'
import { placesOf } from './places.ts'
import { takeProject } from './project.ts'
import { takeRemarks } from './remarks.ts'
import { takeUnit } from './behalf.ts'

export type Tools = {
  resolve: (question: Question) => Resolution
  isCity: (key: string) => boolean
}

const sure = 0.5
const mostContradicted = 0.6

export function readCell(cell: string, hints: CellHints, tools: Tools): CellReading {
  const { text: said, remarks } = takeRemarks(clean(cell.slice(0, 2000).replace(/[\s,;]*[\r\n、]+\s*/g, ' ; ')))
  const { text: bare, country } = takeCountry(said)
  const { text, project } = takeProject(bare, tools)
  const column = columnCountry({ ...hints, country: hints.country || country }, tools)
  const problems = [...column.problems]
  const parties = partiesIn(text, tools).map(part => readParty(part, hints, column, tools, problems))
  return { parties, project, remarks, places: [...new Set(parties.flatMap(party => placesOf(party.text, tools).texts))], problems }
}

type Column = { country: string | null; city: string | null; written: string | null }

function readParty(part: string, hints: CellHints, column: Column, tools: Tools, problems: Evidence[]): Party {
  const { text, unit: behalf } = takeUnit(part)
  const said = placesOf(text, tools)
  const owner = isOwner(text, hints)
  const resolution = owner ? ownResolution(text, hints, tools) : resolveParty(text, said.country, hints, column, tools, problems)
  // What is only offered lends nothing: its country and city are not the row's.
  const found = resolution.decision === 'matched' ? resolution.organisation : null
  const country = said.country ?? (owner ? null : column.country) ?? found?.country ?? null
  const isOwn = owner || (hints.ownerId != null && resolution.decision === 'matched' && resolution.organisation?.id === hints.ownerId)
  return { text: part, resolution, unit: behalf ?? resolution.unit, country, city: said.city ?? found?.city ?? null, owner: isOwn }
}

function resolveParty(text: string, said: string | null, hints: CellHints, column: Column, tools: Tools, problems: Evidence[]): Resolution {
  const ask = (country: string | null): Resolution => tools.resolve({ text, country, city: column.city, domain: hints.domain ?? null, kind: hints.kind ?? null })
  if (said && column.country && said !== column.country) problems.push({ rule: 'country-conflict', found: column.written ?? '', against: said })
  const resolution = ask(said ? null : column.country)
  if (said || !column.country || resolution.confidence >= sure) return reported(resolution, problems, column)
  const anywhere = ask(null)
  if (anywhere.confidence < sure || anywhere.organisation?.country === column.country) return resolution
  return contradicted(anywhere, column, problems)
}

/** The country column says otherwise than the organisation found: said, and left to a person. */
function contradicted(resolution: Resolution, column: Column, problems: Evidence[]): Resolution {
  const conflict = { rule: 'country-conflict', found: column.written ?? '', against: resolution.organisation?.country ?? '' }
  problems.push(conflict)
  return { ...lowered(resolution), evidence: [...resolution.evidence, conflict] }
}

function reported(resolution: Resolution, problems: Evidence[], column: Column): Resolution {
  const conflict = resolution.evidence.find(evidence => evidence.rule === 'country-conflict')
  if (!conflict || !column.country || resolution.confidence < sure) return resolution
  problems.push({ ...conflict, found: column.written ?? conflict.found })
  return lowered(resolution)
}

const lowered = (resolution: Resolution): Resolution => ({ ...resolution, decision: 'offered', confidence: Math.min(resolution.confidence, mostContradicted) })

function ownResolution(text: string, hints: CellHints, tools: Tools): Resolution {
  const resolution = tools.resolve({ text: hints.ownerName ?? text })
  const evidence = [{ rule: 'owner', found: text, against: hints.ownerName ?? resolution.organisation?.name ?? '' }]
  const known = [...resolution.candidates].find(candidate => candidate.id === hints.ownerId)
  if (!known) return { ...resolution, evidence: [...evidence, ...resolution.evidence] }
  return { decision: 'matched', confidence: 1, organisation: { ...known, confidence: 1 }, candidates: [known], unit: null, evidence }
}
