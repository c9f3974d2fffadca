// How the columns were read and why, and the way to say otherwise; which sheet, when there are several.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { registersApi } from '../../api.ts'
import type { ColumnReading, Run } from '../../model.ts'
import { roles } from '../../role-model.ts'
import { whyNot } from '../../rules.ts'
import { useSay } from '../say.ts'

type Said = Record<number, string>

export function Columns({ run }: { run: Run }) {
  const [text, viewer, trouble] = [useText(), useViewer(), useToastTrouble()]
  const [said, setSaid] = useState<Said>({})
  const remap = useDeed(registersApi.remap)
  const read = (body: { columns: { column: number; role: string | null }[]; sheet?: string }) => remap.mutate({ params: { id: run.id }, body }, { onError: trouble })
  const all = run.columns.map(({ column, role }) => ({ column, role: said[column] ?? role }))
  const whyNotRead = (viewer && whyNot('remap', run, viewer)) ?? (Object.keys(said).length === 0 ? 'registers.columns.nothing-said' : undefined)
  return (
    <>
      {run.sheets.length > 1 && <Sheets run={run} onChoose={(sheet) => read({ columns: [], sheet })} />}
      <Section title={text('registers.columns.title')}>
        <p className="quiet">{text('registers.columns.what')}</p>
        <ColumnTable run={run} said={said} onSay={(column, role) => setSaid({ ...said, [column]: role })} />
        <div className="row"><Button look={run.state === 'failed' ? 'primary' : 'plain'} busy={remap.isPending} {...(whyNotRead ? { whyNot: whyNotRead } : {})} onPress={() => read({ columns: all })}>{text('registers.columns.read-again')}</Button></div>
      </Section>
    </>
  )
}

function Sheets({ run, onChoose }: { run: Run; onChoose: (sheet: string) => void }) {
  const text = useText()
  return (
    <Section title={text('registers.sheets.title')}>
      <SelectField label={text('registers.sheets.which')} required value={run.sheet ?? ''} onChange={onChoose} options={run.sheets.map((sheet) => ({ value: sheet, label: sheet }))} />
    </Section>
  )
}

function ColumnTable({ run, said, onSay }: { run: Run; said: Said; onSay: (column: number, role: string) => void }) {
  const text = useText()
  return (
    <table className="register" aria-label={text('registers.columns.title')}>
      <thead><tr><th scope="col">{text('registers.columns.heading')}</th><th scope="col">{text('registers.columns.holds')}</th><th scope="col">{text('registers.columns.because')}</th></tr></thead>
      <tbody>{run.columns.map((one) => <ColumnRow key={one.column} one={one} role={said[one.column]} onSay={(role) => onSay(one.column, role)} />)}</tbody>
    </table>
  )
}

function ColumnRow({ one, role, onSay }: { one: ColumnReading; role: string | undefined; onSay: (role: string) => void }) {
  const { text, reason } = useSay()
  const name = one.header || text('registers.columns.without-heading', { number: one.column + 1 })
  return (
    <tr>
      <th scope="row"><bdi>{name}</bdi>{one.hidden && <small className="quiet"> · {text('registers.columns.hidden')}</small>}</th>
      <td data-head={text('registers.columns.holds')}>
        <select className="control" aria-label={text('registers.columns.holds-of', { column: name })} value={role ?? one.role ?? 'ignored'} onChange={({ target }) => onSay(target.value)}>
          {roles.map((each) => <option key={each} value={each}>{text(`registers.roles.${each}`)}</option>)}
        </select>
      </td>
      <td data-head={text('registers.columns.because')}><span>{role ? text('registers.columns.why.person') : reason(one.because, one.facts)}</span></td>
    </tr>
  )
}
