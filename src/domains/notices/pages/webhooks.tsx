// The webhooks of the organisations one directs: each with how it stands, and the form that registers one.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatAgo, formatDay } from '#platform/i18n/format.ts'
import { localeNames } from '#platform/i18n/locale.ts'
import { one as single, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useViewer } from '#web/viewer.ts'
import { webhooksApi } from '../api.ts'
import { sideKinds } from '../model.ts'
import type { Webhook, WebhookDraft } from '../webhook-model.ts'
import { Secret } from './webhook-secret.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { Standing } from './webhook-standing.tsx'
import './webhooks.css'

export function Page() {
  const text = useText()
  const viewer = useViewer()
  const named = single(useAddress()[0]['organisation'])
  const directed = (viewer?.offices ?? []).flatMap(({ role, organisationId }) => (role === 'director' && organisationId ? [organisationId] : []))
  const organisations = [...new Set(named ? [named] : directed)]
  return (
    <Frame title={text('webhooks.title')} above={<Go to="/settings">{text('web.places.settings')}</Go>} about={<p className="quiet">{text('webhooks.about')}</p>}>
      {organisations.length === 0 && <Empty title={text('webhooks.only-directors')}>{text('webhooks.only-directors.next')}</Empty>}
      {organisations.map((id) => <Organisation key={id} id={id} />)}
    </Frame>
  )
}

function Organisation({ id }: { id: string }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: organisation } = useQuery(ask(organisationsApi.read, { params: { id } }))
  const { data, error, refetch } = useQuery(ask(webhooksApi.webhooks, { query: { organisation: id } }))
  const title = organisation ? nameIn(organisation, locale) : '…'
  return (
    <Section title={<bdi>{title}</bdi>}>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={4} /> : (
        <>
          {!data.on && <Note tone="saffron"><p><strong>{text('webhooks.off')}</strong></p><p>{text('webhooks.off.next')}</p></Note>}
          {data.rows.length === 0 ? <p className="quiet">{text('webhooks.none')}</p> : <ul className="webhooks">{data.rows.map((row) => <Line key={row.id} webhook={row} />)}</ul>}
          <Add organisationId={id} on={data.on} />
        </>
      )}
    </Section>
  )
}

function Line({ webhook }: { webhook: Webhook }) {
  const [text, locale] = [useText(), useLocale()]
  const { id, url, kinds: chosen, languages, waiting, lastSentAt, madeBy, madeAt } = webhook
  const day = formatDay(madeAt.slice(0, 10), 'day', locale)
  return (
    <li>
      <div className="webhook-what">
        <Go to={`/settings/webhooks/${id}`}><bdi dir="ltr">{url}</bdi></Go>
        <small className="quiet">{sideKinds.filter((kind) => chosen.includes(kind)).map((kind) => text(`notices.kinds.${kind}`)).join(' · ')} — {languages.map((lang) => localeNames[lang]).join(', ')}</small>
        <small className="quiet">{madeBy ? text('webhooks.made', { name: madeBy, day }) : text('webhooks.made-by-nobody', { day })}{lastSentAt && <> · {text('webhooks.last-sent', { when: formatAgo(lastSentAt, new Date().toISOString(), locale) })}</>}{waiting > 0 && <> · {text('webhooks.waiting', { count: waiting })}</>}</small>
      </div>
      <Standing webhook={webhook} />
    </li>
  )
}

const fresh: WebhookDraft = { url: '', kinds: [...sideKinds], languages: ['en'] }

function Add({ organisationId, on }: { organisationId: string; on: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const [open, setOpen] = useState(false)
  const add = useDeed(webhooksApi.addWebhook)
  if (add.data) return <Secret secret={add.data.secret} to={`/settings/webhooks/${add.data.webhook.id}`} />
  if (!open) return <div className="row no-print"><Button onPress={() => setOpen(true)} whyNot={on ? undefined : 'webhooks.off'}>{text('webhooks.add')}</Button></div>
  return <WebhookForm begin={{ ...fresh, languages: [locale] }} step={text('webhooks.add')} busy={add.isPending} error={add.error} onSend={(draft) => add.mutate({ body: { ...draft, organisationId } })} />
}
