// A further version of the scale: its bands in their order, each with whom it is for and how much it is.
import { useState } from 'react'
import { kinds } from '#domains/organisations/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { duesApi } from '../api.ts'
import type { DuesFile } from '../model.ts'
import { minorOf, typedOf } from '../rules.ts'

type Typed = { id: string; name: Record<string, string>; kind: string; countries: string; amount: string }

export function ScaleDialog({ dues, onClose }: { dues: DuesFile; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const last = dues.scales[0]
  const [filled, fill] = useState({ fromYear: String(new Date().getFullYear() + (last ? 1 : 0)), currency: last?.currency ?? 'USD', source: '' })
  const [bands, setBands] = useState<Typed[]>(last ? last.bands.map((band) => ({ id: band.id, name: band.name as Record<string, string>, kind: band.kinds[0] ?? '', countries: band.countries.join(' '), amount: typedOf(band.amount, last.currency) })) : [{ id: 'b1', name: {}, kind: '', countries: '', amount: '' }])
  const put = (at: number, to: Partial<Typed>) => setBands(bands.map((one, place) => (place === at ? { ...one, ...to } : one)))
  const deed = useDeed(duesApi.addScale, ['/dues'])
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const whole = bands.every(({ amount }) => minorOf(amount, filled.currency) !== undefined)
  const body = { fromYear: Number(filled.fromYear), currency: filled.currency, source: filled.source || null, bands: bands.map(({ id, name, kind, countries, amount }) => ({ id, name, kinds: kind ? [kind as (typeof kinds)[number]] : [], countries: countries.toUpperCase().match(/[A-Z]{2}/g) ?? [], amount: minorOf(amount, filled.currency) ?? 0 })) }
  return (
    <Dialog open side onClose={onClose} title={text('dues.scale.add')} actions={<Button look="primary" busy={deed.isPending} {...(whole ? {} : { whyNot: 'dues.not-an-amount' })} onPress={() => deed.mutate({ params: { id: dues.alliance.id }, body }, { onSuccess: () => (say(text('dues.scale.added')), onClose()) })}>{text('dues.save')}</Button>}>
      <div className="dues-pair">
        <TextField label={text('dues.scale.from')} type="number" required value={filled.fromYear} onChange={(fromYear) => fill({ ...filled, fromYear })} />
        <TextField label={text('dues.currency')} required value={filled.currency} maxLength={3} onChange={(currency) => fill({ ...filled, currency: currency.toUpperCase() })} wrong={wrong['currency']} />
      </div>
      <TextField label={text('dues.source')} value={filled.source} maxLength={500} onChange={(source) => fill({ ...filled, source })} />
      <p className="quiet">{text('dues.scale.first-fits')}</p>
      {bands.map((band, at) => (
        <fieldset key={band.id} className="dues-band">
          <legend>{text('dues.band', { number: at + 1 })}</legend>
          <TextField label={text('dues.band.name')} required lang={locale} value={band.name[locale] ?? ''} maxLength={200} onChange={(name) => put(at, { name: name ? { ...band.name, [locale]: name } : {} })} wrong={wrong[`bands.${at}.name`]} />
          <div className="dues-pair">
            <SelectField label={text('dues.band.kind')} none={text('dues.every-kind')} value={band.kind} onChange={(kind) => put(at, { kind })} options={kinds.map((value) => ({ value, label: text(`organisations.kinds.${value}`) }))} />
            <TextField label={text('dues.band.countries')} hint={text('dues.band.countries-hint')} value={band.countries} maxLength={800} onChange={(countries) => put(at, { countries })} />
            <TextField label={`${text('dues.column.amount')} (${filled.currency})`} required value={band.amount} maxLength={20} onChange={(amount) => put(at, { amount })} />
          </div>
          {bands.length > 1 && <div className="row"><Button small look="quiet" label={`${text('web.remove')}: ${text('dues.band', { number: at + 1 })}`} onPress={() => setBands(bands.filter((_, place) => place !== at))}>{text('web.remove')}</Button></div>}
        </fieldset>
      ))}
      <div className="row"><Button small onPress={() => setBands([...bands, { id: `b${Math.max(...bands.map(({ id }) => Number(id.slice(1)))) + 1}`, name: {}, kind: '', countries: '', amount: '' }])}>{text('dues.band.add')}</Button></div>
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
