// The challenges that stand beside the numbers: what hinders, why, who answers for it; recorded, answered and resolved here.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { challengesApi } from '#domains/reviews/api.ts'
import type { Challenge } from '#domains/reviews/challenge-model.ts'
import type { Preview } from '../annual-model.ts'
import { said } from './said.ts'

type Owner = { allianceId: string } | { agreementId: string }
type Props = { preview: Preview; owner: Owner; onDone: () => void }

export function Obstacles({ preview, owner, onDone }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [open, setOpen] = useState<Challenge | 'new' | null>(null)
  return (
    <>
      {preview.challenges.length === 0 ? <p className="quiet">{text('reports.obstacles.none')}</p> : (
        <ul className="packs">
          {preview.challenges.map((one) => (
            <li key={one.id}>
              <strong><bdi>{said(one.what, locale)}</bdi></strong>
              <span className="packs-about"><span className="quiet">{text('reports.since', { on: formatDay(one.since, 'day', locale) })}</span>
                {one.resolvedOn ? <Mark tone="jade" shape="disc">{text('reports.obstacles.resolved-on', { on: formatDay(one.resolvedOn, 'day', locale) })}</Mark> : <Mark tone="saffron" shape="square">{text('reports.obstacles.open')}</Mark>}</span>
              {said(one.answer, locale) && <span><bdi>{said(one.answer, locale)}</bdi></span>}
              {preview.mayRecord && <div><Button small look="quiet" label={`${text('reports.obstacles.change')}: ${said(one.what, locale)}`} onPress={() => setOpen(one)}>{text('reports.obstacles.change')}</Button></div>}
            </li>
          ))}
        </ul>
      )}
      {preview.mayRecord && <div><Button onPress={() => setOpen('new')}>{text('reports.obstacles.record')}</Button></div>}
      {open && <ObstacleDialog preview={preview} owner={owner} of={open === 'new' ? null : open} onClose={() => setOpen(null)} onDone={() => { setOpen(null); onDone() }} />}
    </>
  )
}

const asFilled = (of: Challenge | null) => ({ what: of?.what ?? {}, cause: of?.cause ?? {}, answer: of?.answer ?? {}, ownerId: of?.ownerId ?? '', since: of?.since ?? new Date().toISOString().slice(0, 10), resolvedOn: of?.resolvedOn ?? '' })

function ObstacleDialog({ preview, owner, of, onClose, onDone }: Props & { of: Challenge | null; onClose: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const [filled, fill] = useState(() => asFilled(of))
  const [lang, setLang] = useState<Locale>(locale)
  const [record, change] = [useDeed(challengesApi.recordChallenge), useDeed(challengesApi.changeChallenge)]
  const error = record.error ?? change.error
  const wrong = error instanceof Refusal ? error.fields : {}
  const body = { ...filled, ownerId: filled.ownerId || null, resolvedOn: filled.resolvedOn || null }
  const save = () => (of ? change.mutate({ params: { id: of.id }, body: { ...body, seen: of.changedAt } }, { onSuccess: onDone }) : record.mutate({ body: { ...owner, ...body } }, { onSuccess: onDone }))
  const worded = (name: 'what' | 'cause' | 'answer', lines?: number) => {
    const { [lang]: own = '', ...others } = filled[name]
    return <TextField label={`${text(`reports.obstacles.${name}`)} · ${localeNames[lang]}`} lang={lang} required={name === 'what'} value={own} {...(lines ? { lines } : { maxLength: 500 })} wrong={wrong[name]} onChange={(typed) => fill({ ...filled, [name]: typed ? { ...others, [lang]: typed } : others })} />
  }
  return (
    <Dialog open side onClose={onClose} title={text(of ? 'reports.obstacles.change' : 'reports.obstacles.record')} actions={<Button look="primary" busy={record.isPending || change.isPending} onPress={save}>{text('plans.indicators.save')}</Button>}>
      <SelectField label={text('plans.write.language')} required value={lang} options={locales.map((value) => ({ value, label: localeNames[value] }))} onChange={(to) => setLang(to as Locale)} />
      {worded('what')}{worded('cause', 3)}{worded('answer', 3)}
      <SelectField label={text('reports.obstacles.owner')} none="—" value={filled.ownerId} options={preview.others.map((one) => ({ value: one.id, label: nameIn(one, locale) }))} onChange={(ownerId) => fill({ ...filled, ownerId })} />
      <DayField label={text('reports.obstacles.since')} required precise value={{ value: filled.since, precision: 'day' }} onChange={(day) => day && fill({ ...filled, since: day.value })} />
      <DayField label={text('reports.obstacles.resolved')} precise value={filled.resolvedOn ? { value: filled.resolvedOn, precision: 'day' } : null} onChange={(day) => fill({ ...filled, resolvedOn: day?.value ?? '' })} wrong={wrong['resolvedOn']} />
      {error && Object.keys(wrong).length === 0 ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}
