// A new annual report: of what and which year, seen as it would be frozen now, with what stands in the way, the challenges beside it, and who is asked.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { one, useAddress } from '#web/address.ts'
import { AllianceField } from '#web/alliances/alliance-field.tsx'
import { ask, Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField, SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { annualApi } from '../api.ts'
import type { AnnualKind, Preview } from '../annual-model.ts'
import { Block } from './block.tsx'
import { Obstacles } from './obstacles.tsx'
import './reports.css'

const thisYear = new Date().getFullYear()
type Of = { kind: AnnualKind; year: number; aboutId?: string; country?: string }

function useOf(): [Of | undefined, (to: Record<string, string>) => void] {
  const [address, change] = useAddress()
  const [kind, about, country] = [one(address['kind']) as AnnualKind, one(address['about']), one(address['country'])]
  const year = Number(one(address['year'])) || thisYear
  const of: Of | undefined = kind === 'country' ? (/^[A-Z]{2}$/.test(country) ? { kind, year, country } : undefined) : kind && about ? { kind, year, aboutId: about } : undefined
  return [of, change]
}

export function Page() {
  const text = useText()
  const [of, change] = useOf()
  return (
    <Frame title={text('reports.annual.new')} above={<Go to="/reports">{text('reports.annual')}</Go>}>
      <div className="brief-choice">
        {!of && <AllianceField label={text('reports.annual.of-alliance')} value="" onChange={(about) => change({ kind: 'alliance', about })} />}
        <SelectField label={text('reports.annual.year')} required value={String(of?.year ?? thisYear)} options={Array.from({ length: 8 }, (_, back) => String(thisYear - back)).map((value) => ({ value, label: value }))} onChange={(year) => change({ year })} />
      </div>
      {of ? <Shown key={`${of.aboutId} ${of.year}`} of={of} /> : <p className="quiet">{text('reports.annual.choose')}</p>}
    </Frame>
  )
}

function Shown({ of }: { of: Of }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: preview, error, refetch } = useQuery(ask(annualApi.preview, { query: { ...of, locale } as never }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!preview) return <Skeleton lines={8} />
  return (
    <>
      <Freeze of={of} preview={preview} />
      {(of.kind === 'alliance' || of.kind === 'agreement') && <Section title={text('reports.obstacles')}><Obstacles preview={preview} owner={of.kind === 'alliance' ? { allianceId: of.aboutId! } : { agreementId: of.aboutId! }} onDone={() => void refetch()} /></Section>}
      <Section title={text('reports.annual.preview')}><div className="brief"><h2 className="brief-title"><bdi>{preview.title}</bdi></h2>{preview.blocks.map((block, at) => <Block key={at} of={block} />)}</div></Section>
    </>
  )
}

function Freeze({ of, preview }: { of: Of; preview: Preview }) {
  const [text, locale, say, navigate] = [useText(), useLocale(), useToast(), useNavigate()]
  const [asked, setAsked] = useState(preview.others.length <= 10 ? preview.others.map(({ id }) => id) : [])
  const deed = useDeed(annualApi.freeze)
  const freeze = () => deed.mutate({ body: { ...of, asked: preview.everySide ? [] : asked } as never }, { onSuccess: ({ id }) => (say(text('reports.annual.is-frozen')), void navigate({ href: `/reports/${id}` })) })
  return (
    <Section title={text('reports.annual.freeze')}>
      <p>{text('reports.annual.freeze.about')}</p>
      {preview.others.length > 0 && (
        <fieldset className="choices annual-asked">
          <legend>{text('plans.lay.asked')}</legend>
          {preview.others.map((organisation) => preview.everySide ? <p key={organisation.id}><bdi>{nameIn(organisation, locale)}</bdi></p>
            : <CheckField key={organisation.id} label={nameIn(organisation, locale)} checked={asked.includes(organisation.id)} onChange={(on) => setAsked(on ? [...asked, organisation.id] : asked.filter((id) => id !== organisation.id))} />)}
        </fieldset>
      )}
      {preview.whyNot && <Note tone="saffron"><p>{text(preview.whyNot, preview.facts)} {text(`${preview.whyNot}.next`, preview.facts)}</p></Note>}
      <div><Button look="primary" busy={deed.isPending} {...(preview.whyNot ? { whyNot: preview.whyNot, facts: preview.facts } : {})} onPress={freeze}>{text('reports.annual.freeze')}</Button></div>
      {deed.error && !(deed.error instanceof Refusal && deed.error.fields['asked']) ? <ErrorNote error={deed.error} /> : null}
    </Section>
  )
}
