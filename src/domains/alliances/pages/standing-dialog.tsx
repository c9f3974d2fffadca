// Gives an organisation its next standing; the history of one that is there already stands beneath.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { alliancesApi } from '../api.ts'
import { type AllianceFile, type Member, type NewStanding, type StandingKind, standings } from '../model.ts'
import { whyNotStand } from '../rules.ts'
import { lookUp } from './brief.ts'
import { KnownDay as Known, StandingMark, today } from './pieces.tsx'

type Props = { alliance: AllianceFile; member?: Member; onClose: () => void }

export function StandingDialog({ alliance, member, onClose }: Props) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [picked, setPicked] = useState<Pick | null>(member ? { id: member.organisation.id, label: nameIn(member.organisation, locale), words: nameIn(member.organisation, locale) } : null)
  const [standing, setStanding] = useState<StandingKind>(member ? (member.standing === 'member' ? 'left' : 'member') : 'member')
  const [from, setFrom] = useState<KnownDay | null>(member ? { value: today(), precision: 'day' } : null)
  const [source, setSource] = useState('')
  const { give, error, busy } = useGive(alliance, onClose)
  const why = picked && viewer ? whyNotStand(alliance, member, { standing, from, organisationId: picked.id }, viewer, today()) : undefined
  const submit = () => picked && give({ organisationId: picked.id, standing, from, source: source || null })
  return (
    <Dialog open onClose={onClose} title={text(member ? 'alliances.change-standing' : 'alliances.give-standing')}
      actions={<Button look="primary" busy={busy || !picked} whyNot={why} onPress={submit}>{text('alliances.save')}</Button>}>
      <OrganisationPicker label={text('alliances.organisation')} required value={picked} onChange={setPicked} find={lookUp(locale)} />
      <SelectField label={text('alliances.standing')} required value={standing} onChange={(value) => setStanding(value as StandingKind)}
        options={standings.filter((value) => member || value !== 'left').map((value) => ({ value, label: text(`alliances.standings.${value}`) }))} />
      <DayField label={text('alliances.since')} value={from} onChange={setFrom} required={Boolean(member)} />
      <TextField label={text('alliances.source')} value={source} onChange={setSource} maxLength={500} />
      {error ? <ErrorNote error={error} /> : null}
      {member && <History alliance={alliance} member={member} />}
    </Dialog>
  )
}

/** What was given can be taken back from the word that says so. */
function useGive(alliance: AllianceFile, onClose: () => void) {
  const [text, say] = [useText(), useToast()]
  const deed = useDeed(alliancesApi.giveStanding, ['/organisations'])
  const back = useDeed(alliancesApi.takeBackStanding, ['/organisations'])
  const give = (body: NewStanding) => deed.mutate({ params: { id: alliance.id }, body }, {
    onSuccess: ({ member, remarks }) => {
      const undo = () => back.mutate({ params: { id: alliance.id, standingId: member.standingId } })
      say(remarks[0] ? text(remarks[0]) : text('alliances.standing-given'), { undo })
      onClose()
    },
  })
  return { give, error: deed.error, busy: deed.isPending }
}

function History({ alliance, member }: { alliance: AllianceFile; member: Member }) {
  const text = useText()
  const { data: history = [] } = useQuery(ask(alliancesApi.history, { params: { id: alliance.id, organisationId: member.organisation.id } }))
  return (
    <section className="stack">
      <h3>{text('alliances.history')}</h3>
      <ul className="alliance-lines">
        {history.map(({ id, standing, fromOn, fromPrecision, untilOn, untilPrecision, source }) => (
          <li key={id}>
            <StandingMark standing={standing} />
            <span className="quiet"><Known day={fromOn} precision={fromPrecision} />{untilOn && <> – <Known day={untilOn} precision={untilPrecision} /></>}{source && <> · <bdi>{source}</bdi></>}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
