// An annual report as it was frozen: who approved it, whether it is out and in time, its files, and all that it says.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { annualApi } from '../api.ts'
import type { AnnualShown } from '../annual-model.ts'
import { Due, Stage } from './annual-reports.tsx'
import { Block } from './block.tsx'
import { LayBefore } from './lay-before.tsx'
import './reports.css'

export const load = ({ questions, params, locale }: Arriving) => questions.ensureQueryData(ask(annualApi.annual, { params: { id: params['id']! }, query: { locale } }))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data: report } = useSuspenseQuery(ask(annualApi.annual, { params: { id: useParam('id') }, query: { locale } }))
  return (
    <Frame title={report.title} above={<Go to="/reports">{text('reports.annual')}</Go>} about={<><Stage of={report} /><Due of={report.due} /></>} actions={report.mayPublish && !report.publishedAt && <Publish report={report} />}>
      <Section title={text('reports.annual.approval')}><Approval report={report} /></Section>
      {!report.approvedAt && report.aboutId && (report.kind === 'agreement' || report.kind === 'alliance') && <LayBefore id={report.id} title={report.title} of={report.kind === 'agreement' ? { agreementId: report.aboutId } : { allianceId: report.aboutId }} />}
      <div className="no-print"><Section title={text('reports.file')}><Files id={report.id} /></Section></div>
      <div className="brief">{report.blocks.map((block, at) => <Block key={at} of={block} />)}</div>
    </Frame>
  )
}

function Approval({ report: { id, claim, hash, frozenAt, approvedAt, publishedAt, decisionId } }: { report: AnnualShown }) {
  const [text, locale] = [useText(), useLocale()]
  const at = (instant: string | null) => instant && <bdi>{formatInstant(instant, locale)}</bdi>
  return (
    <Facts of={[
      [text('reports.annual.frozen'), at(frozenAt)],
      [text('reports.annual.answers'), claim && <Go to={`/confirmations/${claim.id}`}>{text(`confirmations.states.${claim.state}`)}</Go>],
      [text('reports.annual.approved'), approvedAt && <>{at(approvedAt)}{decisionId && <> · {text('plans.version.by-decision')}</>}</>],
      [text('reports.annual.published'), publishedAt && <>{at(publishedAt)} · <a href={`/r/${id}?lang=${locale}`}>{text('reports.annual.public-page')}</a></>],
      [text('reports.annual.hash'), <code key="hash" dir="ltr" className="annual-hash">{hash}</code>],
    ]} />
  )
}

function Files({ id }: { id: string }) {
  const [text, locale] = [useText(), useLocale()]
  const [lang, setLang] = useState<Locale>(locale)
  return (
    <div className="stack">
      <div className="brief-choice"><SelectField required label={text('reports.file.first')} value={lang} onChange={(to) => setLang(to as Locale)} options={locales.map((value) => ({ value, label: localeNames[value] }))} /></div>
      <div className="row">{(['pdf', 'docx', 'xlsx'] as const).map((form) => <a key={form} className={`button ${form === 'pdf' ? 'primary' : ''}`} href={linkTo(annualApi.annualFile, { params: { id }, query: { locale: lang, form } })} download>{text(`reports.file.${form}`)}</a>)}</div>
    </div>
  )
}

function Publish({ report: { id, whyNotPublish } }: { report: AnnualShown }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const deed = useDeed(annualApi.publish)
  return <Button look="primary" busy={deed.isPending} whyNot={whyNotPublish ?? undefined} onPress={() => deed.mutate({ params: { id } }, { onSuccess: () => say(text('reports.annual.is-published')), onError: trouble })}>{text('reports.annual.publish')}</Button>
}
