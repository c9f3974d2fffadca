// The small forms of hosting: propose by the rotation or by hand, decline with a reason, ask for a swap.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ChoiceField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { hostingApi } from '../api.ts'
import { type Hosted, hosted, type HostingFile, type TurnShown } from '../hosting-model.ts'

const rooms = ['/alliances', '/hosting']
type Closing = { onClose: () => void }

export function ProposeDialog({ rota, onClose }: { rota: HostingFile } & Closing) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [filled, fill] = useState({ how: 'rotation', what: 'conference' as Hosted, year: String(new Date().getFullYear() + 1), years: '4', organisationId: '', note: '' })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const [propose, assign] = [useDeed(hostingApi.propose, rooms), useDeed(hostingApi.assign, rooms)]
  const done = { onSuccess: () => (say(text('dues.written-down')), onClose()) }
  const params = { id: rota.alliance.id }
  const send = () => (filled.how === 'rotation' ? propose.mutate({ params, body: { what: filled.what, from: Number(filled.year), years: Number(filled.years) } }, done)
    : assign.mutate({ params, body: { what: filled.what, year: Number(filled.year), organisationId: filled.organisationId, note: filled.note || null } }, done))
  const error = propose.error ?? assign.error
  return (
    <Dialog open side onClose={onClose} title={text('dues.hosting.propose')} actions={<Button look="primary" busy={propose.isPending || assign.isPending} {...(filled.how === 'hand' && !filled.organisationId ? { whyNot: 'dues.choose-a-member' } : {})} onPress={send}>{text('dues.hosting.propose')}</Button>}>
      <SelectField label={text('dues.hosting.what')} required value={filled.what} onChange={(what) => set({ what: what as Hosted })} options={hosted.map((value) => ({ value, label: text(`dues.hosted.${value}`) }))} />
      <ChoiceField label={text('dues.hosting.how')} value={filled.how} onChange={(how) => set({ how })} options={[{ value: 'rotation', label: text('dues.hosting.by-rotation'), hint: text('dues.hosting.rule') }, { value: 'hand', label: text('dues.hosting.by-hand') }]} />
      <TextField label={text('dues.year')} type="number" required value={filled.year} onChange={(year) => set({ year })} />
      {filled.how === 'rotation' ? <TextField label={text('dues.hosting.years')} type="number" required value={filled.years} onChange={(years) => set({ years })} /> : (
        <>
          <SelectField label={text('dues.column.member')} required none="—" value={filled.organisationId} onChange={(organisationId) => set({ organisationId })} options={rota.members.map((one) => ({ value: one.id, label: nameIn(one, locale) }))} />
          <TextField label={text('dues.hosting.note')} value={filled.note} maxLength={500} onChange={(note) => set({ note })} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}

export function DeclineDialog({ turn, onClose }: { turn: TurnShown } & Closing) {
  const [text, say] = [useText(), useToast()]
  const [because, setBecause] = useState('')
  const deed = useDeed(hostingApi.answerTurn, rooms)
  const send = () => deed.mutate({ params: { id: turn.id }, body: { answer: 'declined', because } }, { onSuccess: () => (say(text('dues.written-down')), onClose()) })
  return (
    <Dialog open onClose={onClose} title={`${text('dues.hosting.decline')}: ${turn.year}`} actions={<Button look="primary" busy={deed.isPending} {...(because.trim() ? {} : { whyNot: 'dues.reason-missing' })} onPress={send}>{text('dues.hosting.decline')}</Button>}>
      <TextField label={text('dues.why')} required lines={3} value={because} maxLength={500} onChange={setBecause} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function SwapDialog({ rota, turn, onClose }: { rota: HostingFile; turn: TurnShown } & Closing) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const others = rota.turns.filter((other) => other.what === turn.what && other.organisationId !== turn.organisationId && other.answer !== 'declined' && other.year >= new Date().getFullYear())
  const [filled, fill] = useState({ otherId: others[0]?.id ?? '', because: '' })
  const deed = useDeed(hostingApi.swap, rooms)
  const send = () => deed.mutate({ params: { id: turn.id }, body: { otherId: filled.otherId, because: filled.because || null } }, { onSuccess: () => (say(text('dues.hosting.swap-asked')), onClose()) })
  return (
    <Dialog open onClose={onClose} title={`${text('dues.hosting.swap')}: ${turn.year}`} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('dues.hosting.swap')}</Button>}>
      <SelectField label={text('dues.hosting.swap-with')} required value={filled.otherId} onChange={(otherId) => fill({ ...filled, otherId })} options={others.map((other) => ({ value: other.id, label: `${other.year} · ${nameIn(other.organisation, locale)}` }))} />
      <TextField label={text('dues.why')} lines={3} value={filled.because} maxLength={500} onChange={(because) => fill({ ...filled, because })} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
