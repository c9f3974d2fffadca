// Beneath an agreement that came with a register: its row as it came, and what could not be read in it.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { registersApi } from '../api.ts'
import type { Entry } from '../model.ts'
import './registers.css'
import { useSay } from './say.ts'

/** An agreement that was recorded by hand has no row, and most readers may not see another's register: both show nothing. */
export function AgreementSection({ agreement: { id } }: { agreement: AgreementFile }) {
  const { text } = useSay()
  const { data: entry } = useQuery({ ...ask(registersApi.entry, { params: { id } }), retry: false })
  if (!entry) return null
  return <Section title={text('registers.as-it-came')} aside={<Origin of={entry} />}><Cells of={entry} /></Section>
}

function Origin({ of: { runId, fileName, row, importedAt } }: { of: Entry }) {
  const { text, locale } = useSay()
  return <span className="quiet"><Go to={`/import/${runId}?tab=rows&row=${row}`}><bdi>{fileName}</bdi>, {text('registers.row', { row })}</Go>{importedAt && <> · <bdi>{formatInstant(importedAt, locale)}</bdi></>}</span>
}

function Cells({ of: { header, cells, problems } }: { of: Entry }) {
  const { problem } = useSay()
  const filled = cells.map((cell, column) => ({ cell, heading: header[column] || `#${column + 1}` })).filter(({ cell }) => cell.trim() !== '')
  return (
    <>
      <dl className="came-cells">{filled.map(({ cell, heading }) => <div key={heading}><dt dir="auto">{heading}</dt><dd dir="auto">{cell}</dd></div>)}</dl>
      {problems.length > 0 && <ul className="look">{problems.map((one) => <li key={`${one.key} ${one.text}`}>{one.text && <><q dir="auto">{one.text}</q> </>}{problem(one)}</li>)}</ul>}
    </>
  )
}
