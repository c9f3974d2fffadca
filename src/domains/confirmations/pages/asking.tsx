// For the claiming side: a letter or a link to a partner without an account, and the links that are out.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { confirmationsApi } from '../api.ts'
import type { ClaimFile, LinkOut } from '../model.ts'
import { mayAsk } from '../rules.ts'

export function Asking({ claim }: { claim: ClaimFile }) {
  const [text, viewer] = [useText(), useViewer()]
  if (!viewer || claim.state === 'withdrawn' || !mayAsk(claim, viewer)) return null
  const open = claim.sides.filter(({ answer }) => answer === 'open')
  if (open.length === 0 && claim.links.length === 0) return null
  return (
    <Section title={text('confirmations.ask')}>
      {open.length > 0 && <Ask claim={claim} open={open} />}
      {claim.links.length > 0 && <ul className="claim-list">{claim.links.map((link) => <Out key={link.id} claim={claim} link={link} />)}</ul>}
    </Section>
  )
}

function Ask({ claim, open }: { claim: ClaimFile; open: ClaimFile['sides'] }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [filled, fill] = useState({ place: open[0]!.place, toAddress: '', locale: locale as Locale })
  const [address, setAddress] = useState<string | null>(null)
  const deed = useDeed(confirmationsApi.ask)
  const send = (via: 'letter' | 'link') => deed.mutate({ params: { id: claim.id }, body: { ...filled, via, toAddress: via === 'letter' ? filled.toAddress : null } }, {
    onSuccess: (made) => (setAddress(made.address), via === 'letter' && say(text('confirmations.ask.sent'))), onError: (error) => (error instanceof Refusal && error.fields['toAddress'] ? undefined : trouble(error)),
  })
  return (
    <div className="form">
      {open.length > 1 && <SelectField label={text('confirmations.ask.side')} required value={String(filled.place)} options={open.map(({ place, organisation }) => ({ value: String(place), label: nameIn(organisation, locale) }))} onChange={(place) => fill({ ...filled, place: Number(place) })} />}
      <TextField label={text('confirmations.ask.address')} type="email" value={filled.toAddress} onChange={(toAddress) => fill({ ...filled, toAddress })} wrong={deed.error instanceof Refusal ? deed.error.fields['toAddress'] : undefined} />
      <SelectField label={text('confirmations.ask.language')} required value={filled.locale} options={locales.map((value) => ({ value, label: localeNames[value] }))} onChange={(chosen) => fill({ ...filled, locale: chosen as Locale })} />
      <div className="row">
        <Button busy={deed.isPending} onPress={() => send('letter')}>{text('confirmations.ask.letter')}</Button>
        <Button look="quiet" busy={deed.isPending} onPress={() => send('link')}>{text('confirmations.ask.link')}</Button>
      </div>
      {address && <Note><p>{text('confirmations.ask.made')}</p><p className="claim-address"><code dir="ltr">{address}</code> <CopyButton value={address} what={address} /></p></Note>}
    </div>
  )
}

function Out({ claim, link }: { claim: ClaimFile; link: LinkOut }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const revoke = useDeed(confirmationsApi.revoke)
  const over = link.revokedAt ? 'revoked' : link.usedAt ? 'used' : null
  return (
    <li>
      <span>{text(`confirmations.links.${link.via}`, { to: link.toAddress ?? '' })}</span>
      {link.failed && <Mark tone="garnet" shape="triangle">{text('confirmations.links.failed')}</Mark>}
      <small className="quiet">{over ? text(`confirmations.links.${over}`) : text('confirmations.links.until', { until: formatInstant(link.expiresAt, locale) })}{link.reminders > 0 && <> · {text('confirmations.links.reminded', { count: link.reminders })}</>}</small>
      {!over && <Button small look="quiet" busy={revoke.isPending} onPress={() => revoke.mutate({ params: { id: claim.id, linkId: link.id } }, { onError: trouble })}>{text('confirmations.revoke')}</Button>}
    </li>
  )
}
