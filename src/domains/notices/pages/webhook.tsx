// One webhook: how it stands, what was sent there and what was answered, and what its keeper can do.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { webhooksApi } from '../api.ts'
import type { Webhook } from '../webhook-model.ts'
import { whyNotKeep } from '../webhook-rules.ts'
import { Deliveries } from './webhook-deliveries.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { Secret } from './webhook-secret.tsx'
import { Standing } from './webhook-standing.tsx'
import './webhooks.css'

export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(ask(webhooksApi.webhook, { params: { id: params['id']! } }))

export function Page() {
  const text = useText()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery(ask(webhooksApi.webhook, { params: { id } }))
  if (!data) return <Frame title={text('webhooks.title')}>{error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}</Frame>
  const { webhook, on } = data
  return (
    <Frame title={new URL(webhook.url).host} above={<Go to={`/settings/webhooks?organisation=${webhook.organisationId}`}>{text('webhooks.back')}</Go>} actions={<Steps webhook={webhook} on={on} />}
      about={<div className="webhook-about"><bdi dir="ltr" className="quiet">{webhook.url}</bdi><Standing webhook={webhook} /></div>}>
      {!on && <Note tone="saffron"><p><strong>{text('webhooks.off')}</strong></p><p>{text('webhooks.off.next')}</p></Note>}
      <Deliveries webhook={webhook} on={on} />
      <Change webhook={webhook} />
      <SecretOf webhook={webhook} on={on} />
      <Remove webhook={webhook} />
    </Frame>
  )
}

type Of = { webhook: Webhook }

function Steps({ webhook, on }: Of & { on: boolean }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const [test, run] = [useDeed(webhooksApi.sendTest), useDeed(webhooksApi.putRunning)]
  const stopped = webhook.stoppedAt !== null
  return (
    <>
      {!stopped && <Button look="primary" busy={test.isPending} whyNot={whyNotKeep('send-test', webhook, on)} onPress={() => test.mutate({ params: { id: webhook.id } }, { onError: trouble })}>{text('webhooks.send-test')}</Button>}
      <Button look={stopped ? 'primary' : 'plain'} busy={run.isPending} whyNot={whyNotKeep(stopped ? 'begin' : 'stop', webhook, on)} onPress={() => run.mutate({ params: { id: webhook.id }, body: { running: stopped } }, { onError: trouble })}>{text(stopped ? 'webhooks.begin' : 'webhooks.stop')}</Button>
    </>
  )
}

function Change({ webhook: { id, url, kinds, languages } }: Of) {
  const text = useText()
  const change = useDeed(webhooksApi.changeWebhook)
  return <Section title={text('webhooks.change')}><WebhookForm begin={{ url, kinds, languages }} step={text('webhooks.save')} busy={change.isPending} error={change.error} onSend={(body) => change.mutate({ params: { id }, body })} /></Section>
}

function SecretOf({ webhook, on }: Of & { on: boolean }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const renew = useDeed(webhooksApi.renewSecret)
  const { id, earlierUntil } = webhook
  return (
    <Section title={text('webhooks.secret')}>
      {renew.data ? <Secret secret={renew.data.secret} /> : <p className="quiet">{text('webhooks.secret.what')}</p>}
      {earlierUntil && earlierUntil > new Date().toISOString() && <p className="quiet">{text('webhooks.secret.earlier-until', { when: formatInstant(earlierUntil, locale) })}</p>}
      {!renew.data && <div className="row no-print"><Button busy={renew.isPending} whyNot={whyNotKeep('renew-secret', webhook, on)} onPress={() => renew.mutate({ params: { id } }, { onError: trouble })}>{text('webhooks.secret.renew')}</Button></div>}
    </Section>
  )
}

function Remove({ webhook: { id, organisationId } }: Of) {
  const [text, trouble, navigate] = [useText(), useToastTrouble(), useNavigate()]
  const [asked, setAsked] = useState(false)
  const remove = useDeed(webhooksApi.removeWebhook)
  const away = () => remove.mutate({ params: { id } }, { onError: trouble, onSuccess: () => void navigate({ href: `/settings/webhooks?organisation=${organisationId}` }) })
  return (
    <div className="row no-print">
      <Button look="danger" onPress={() => setAsked(true)}>{text('webhooks.remove')}</Button>
      <Dialog open={asked} onClose={() => setAsked(false)} title={text('webhooks.remove.sure')} actions={<Button look="danger" busy={remove.isPending} onPress={away}>{text('webhooks.remove')}</Button>}>
        <p>{text('webhooks.remove.what')}</p>
      </Dialog>
    </div>
  )
}
