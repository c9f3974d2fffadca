// One party of a row: the text it came as, whom it may mean and why, and what a person says about it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { OrganisationPicker } from '#web/ui/fields/picker.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import { registersApi } from '../../api.ts'
import type { PartyChoice, PartyReading, Run, RunRow } from '../../model.ts'
import { choiceOf } from '../../rules.ts'
import { useFindOrganisation } from '../find-organisation.ts'
import { Candidate, Evidences } from './candidate.tsx'
import { PartyMark } from './party-mark.tsx'
import type { Decide } from './use-decide.ts'

type Props = { run: Run; row: RunRow; party: PartyReading; place: number; decide: Decide | undefined }

export function Party({ run, row, party, place, decide }: Props) {
  const said = row.decided.parties[String(place)]
  return (
    <section className="party">
      <div className="party-head"><h3><q dir="auto">{party.text}</q></h3><PartyMark party={party} said={said !== undefined} /></div>
      {decide && !party.owner ? <Choices {...{ run, row, party, place, decide }} /> : <Evidences of={party.evidence} />}
    </section>
  )
}

function Choices({ run, row, party, place, decide }: Props & { decide: Decide }) {
  const text = useText()
  const { data: alike = [] } = useQuery(ask(registersApi.alike, { params: { id: run.id }, query: { row: row.row, place } as never }))
  const [everywhere, setEverywhere] = useState(true)
  const choice = choiceOf(party, place, row.decided)
  const current = row.decided.parties[String(place)] ?? (party.decision === 'offered' ? undefined : choice)
  const other = current?.is === 'organisation' && !candidatesOf(party).some(({ id }) => id === current.id) ? row.chosen.find(({ id }) => id === current.id) : undefined
  const choose = (next: PartyChoice, name: string) => decide.choose({ row: row.row, place, alike: everywhere && alike.length > 1 }, next, name)
  return (
    <>
      {alike.length > 1 && <CheckField label={text('registers.alike', { count: alike.length })} hint={text('registers.alike.rows', { rows: alike.slice(0, 12).join(', ') })} checked={everywhere} onChange={setEverywhere} />}
      <ul className="candidates">
        {other && <Candidate of={{ ...other, confidence: 1, evidence: [] }} chosen busy={false} onChoose={() => {}} />}
        {candidatesOf(party).map((one) => (
          <Candidate key={one.id} of={one} chosen={current?.is === 'organisation' && current.id === one.id} busy={decide.busy} onChoose={() => choose({ is: 'organisation', id: one.id }, one.name)} />
        ))}
      </ul>
      {candidatesOf(party).length === 0 && <p className="quiet">{text('registers.no-candidates')}</p>}
      <Elsewhere {...{ party, current, choose }} busy={decide.busy} />
    </>
  )
}

/** What was matched is one of those it may be. */
function candidatesOf({ organisation, candidates, confidence, evidence }: PartyReading) {
  const likely = candidates.filter((one, at) => at === 0 || one.confidence >= least)
  return organisation && !likely.some(({ id }) => id === organisation.id) ? [{ ...organisation, confidence, evidence }, ...likely] : likely
}
/** What is less likely than this is sooner found by its name. */
const least = 0.05

type ElsewhereProps = { party: PartyReading; current: PartyChoice | undefined; busy: boolean; choose: (choice: PartyChoice, name: string) => void }

/** None of those offered: another organisation, a new one, or the text as it came. */
function Elsewhere({ party, current, busy, choose }: ElsewhereProps) {
  const text = useText()
  const find = useFindOrganisation()
  return (
    <>
      <div className="elsewhere" onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'start' })}>
        <OrganisationPicker label={text('registers.another')} required value={null} find={find} onChange={(pick) => { if (pick) choose({ is: 'organisation', id: pick.id }, pick.words) }} />
      </div>
      <div className="row">
        <Button small busy={busy} onPress={() => choose({ is: 'new' }, party.text)}>{text(current?.is === 'new' ? 'registers.is-new' : 'registers.as-new')}</Button>
        <Button small look="quiet" busy={busy} onPress={() => choose({ is: 'provisional' }, party.text)}>{text(current?.is === 'provisional' ? 'registers.is-left' : 'registers.as-left')}</Button>
      </div>
    </>
  )
}
