// The name of the installation, the one search box, the language, the person.
import { useText } from '../text.tsx'
import { useMe } from '../viewer.ts'
import { Go } from '../ui/link.tsx'
import { Peaks } from '../ui/peaks.tsx'
import { Bell } from './bell.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchBox } from './search-box.tsx'

export function TopBar() {
  const text = useText()
  const me = useMe()
  return (
    <header className="top-bar no-print">
      <Go to="/" className="name">
        <Peaks />
        <span>{me?.instance.name ?? 'Pamir'}</span>
      </Go>
      {me?.viewer && <SearchBox />}
      <div className="top-bar-end">
        {me?.viewer && <Bell />}
        <LanguageMenu />
        {me?.viewer ? <PersonMenu viewer={me.viewer} /> : <Go to="/sign-in" className="button quiet">{text('web.sign-in')}</Go>}
      </div>
    </header>
  )
}
