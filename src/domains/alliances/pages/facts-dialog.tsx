// Writes down a new alliance, or changes what one says of itself.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { CheckField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { alliancesApi } from '../api.ts'
import type { AllianceFacts, AllianceFile } from '../model.ts'
import { lookUp } from './brief.ts'
import { TextsField } from './texts-field.tsx'

type Props = { alliance?: AllianceFile; parent?: AllianceFile; onClose: () => void }

export function FactsDialog({ alliance, parent, onClose }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [name, setName] = useState('')
  const [host, setHost] = useState<Pick | null>(picked(alliance?.host ?? parent?.host ?? null, locale))
  const [facts, setFacts] = useState<AllianceFacts>(() => factsOf(alliance, parent))
  const put = (change: Partial<AllianceFacts>) => setFacts({ ...facts, ...change })
  const { save, error, busy } = useSave(alliance, onClose)
  const fields = error instanceof Refusal ? error.fields : {}
  const figure = (key: 'members' | 'nations', typed: string) => {
    const { [key]: _, ...others } = facts.stated
    put({ stated: /^[1-9]\d*$/.test(typed) ? { ...others, [key]: Number(typed) } : others })
  }
  return (
    <Dialog open side onClose={onClose} title={text(alliance ? 'alliances.change' : parent ? 'alliances.found-sub' : 'alliances.found')}
      actions={<Button look="primary" busy={busy} onPress={() => save({ ...facts, hostId: host?.id ?? null }, name)}>{text('alliances.save')}</Button>}>
      {!alliance && <TextField label={text('alliances.name')} required value={name} onChange={setName} wrong={fields['name']} maxLength={500} />}
      <OrganisationPicker label={text('alliances.host')} value={host} onChange={setHost} find={lookUp(locale)} />
      <DayField label={text('alliances.founded')} value={facts.founded} onChange={(founded) => put({ founded })} />
      <TextsField label={text('alliances.purpose')} value={facts.purpose} onChange={(purpose) => put({ purpose })} lines={3} />
      <TextField label={text('alliances.stated-members')} type="number" value={String(facts.stated.members ?? '')} onChange={(typed) => figure('members', typed)} />
      <TextField label={text('alliances.stated-nations')} type="number" value={String(facts.stated.nations ?? '')} onChange={(typed) => figure('nations', typed)} />
      <CheckField label={text('alliances.at-least')} checked={facts.stated.atLeast ?? false} onChange={(atLeast) => put({ stated: { ...facts.stated, atLeast } })} />
      <TextsField label={text('alliances.charter')} value={facts.charter} onChange={(charter) => put({ charter })} lines={5} />
      <TextField label={text('alliances.slug')} hint={text('alliances.slug-hint')} value={facts.slug ?? ''} onChange={(slug) => put({ slug })} wrong={fields['slug']} maxLength={80} />
      <TextField label={text('alliances.source')} value={facts.source ?? ''} onChange={(source) => put({ source: source || null })} maxLength={500} />
      <CheckField label={text('alliances.public')} hint={text('alliances.public-hint')} checked={facts.public} onChange={(open) => put({ public: open })} />
      {error && Object.keys(fields).length === 0 ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}

const picked = (brief: OrganisationBrief | null, locale: Locale): Pick | null => brief && { id: brief.id, label: nameIn(brief, locale), words: nameIn(brief, locale) }

const factsOf = (alliance: AllianceFile | undefined, parent: AllianceFile | undefined): AllianceFacts => alliance
  ? { ...alliance, founded: alliance.foundedOn ? { value: alliance.foundedOn, precision: alliance.foundedPrecision ?? 'day' } : null }
  : { parentId: parent?.id ?? null, hostId: null, founded: null, purpose: {}, charter: {}, public: false, stated: {}, source: null }

function useSave(alliance: AllianceFile | undefined, onClose: () => void) {
  const [text, say, navigate] = [useText(), useToast(), useNavigate()]
  const [found, change] = [useDeed(alliancesApi.found, ['/organisations']), useDeed(alliancesApi.change)]
  return {
    busy: found.isPending || change.isPending, error: found.error ?? change.error,
    save: ({ slug, ...facts }: AllianceFacts, name: string) => {
      const body = { ...facts, ...(slug ? { slug } : {}) }
      if (alliance) change.mutate({ params: { id: alliance.id }, body }, { onSuccess: () => (say(text('alliances.saved')), onClose()) })
      else found.mutate({ body: { ...body, ...(name.trim() ? { name } : {}) } }, { onSuccess: ({ id }) => (onClose(), void navigate({ href: `/alliances/${id}` })) })
    },
  }
}
