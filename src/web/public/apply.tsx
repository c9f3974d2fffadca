// Applying to an alliance without an account: what it asks for, by which rules, and the form.
import type { MembershipRules } from '#domains/memberships/rule-model.ts'
import { countriesIn } from '../ui/countries.ts'
import { Line, Words } from './fields.tsx'
import { page, type Reader } from './page.tsx'
import { said } from './said.ts'

export type ApplyData = { alliance: string; slug: string; rules: MembershipRules; fields?: Record<string, string>; wrong?: Record<string, string[]> }

/** `GET /a/:slug/apply` */
export function applyPage(reader: Reader, data: ApplyData): string {
  const { text, locale } = reader
  const title = text('memberships.apply.title', { alliance: data.alliance })
  return page({
    reader, title, description: title,
    children: (
      <>
        <p className="quiet"><a href={`/a/${data.slug}?lang=${locale}`}><bdi>{data.alliance}</bdi></a></p>
        <h1>{text('memberships.apply')}</h1>
        <ol className="reading-list">
          <li>{text('memberships.rules.path.says', { days: data.rules.checkDays })}<ul>{data.rules.requirements.map(({ key, what, optional }) => <li key={key}><bdi>{said(what, locale)}</bdi>{optional && <span className="quiet"> ({text('memberships.optional')})</span>}</li>)}</ul></li>
          <li>{text('memberships.rules.observer')}: {text('memberships.rules.observer.says', { months: data.rules.observerMonths })}</li>
          <li>{text('memberships.public.then')}</li>
        </ol>
        <Form reader={reader} data={data} />
      </>
    ),
  })
}

function Form({ reader, data: { slug, fields = {}, wrong = {} } }: { reader: Reader; data: ApplyData }) {
  const { text, locale } = reader
  const of = { reader, fields, wrong }
  return (
    <form method="post" action={`/a/${slug}/apply?lang=${locale}`} className="answer" noValidate>
      <h2>{text('memberships.applicant')}</h2>
      <Line {...of} name="organisation" label={text('memberships.organisation')} required complete="organization" />
      <p className="ask"><label htmlFor="country">{text('memberships.country')}</label><select id="country" name="country" defaultValue={fields['country'] ?? ''}><option value="" />{countriesIn(locale).map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select></p>
      <Line {...of} name="city" label={text('memberships.city')} complete="address-level2" />
      <Line {...of} name="website" label={text('memberships.website')} type="url" />
      <Line {...of} name="name" label={text('memberships.contact.name')} required complete="name" />
      <Line {...of} name="office" label={text('memberships.contact.office')} complete="organization-title" />
      <Line {...of} name="email" label={text('memberships.contact.email')} type="email" required complete="email" hint={text('memberships.public.email-hint')} />
      <Words {...of} name="letter" label={text('memberships.letter')} hint={text('memberships.letter.hint')} />
      <button type="submit">{text('memberships.apply.send')}</button>
    </form>
  )
}
