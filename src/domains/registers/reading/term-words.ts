// The words terms are made of, in the languages registers are written in. All texts are in plain lower case.

const word = (forms: string): string => `(?<![\\p{L}\\p{M}])(?:${forms})(?![\\p{L}\\p{M}])`
const words = (forms: string): RegExp => new RegExp(word(forms), 'u')

export const yearUnit = 'жыл(?:ға|ы|дық)?|yilga|years?|yrs?|y|год(?:а|ов|у)?|лет|г|سال(?:وں|ہ)?|برس|yıl(?:lık|lığına)?|yil|sene|tahun|thn|años?|ans?|jahre?n?'
export const monthUnit = 'ай(?:ға|лық)?|months?|mths?|mos?|месяц(?:а|ев|ам)?|мес|ماہ|مہین(?:ے|ہ|وں)|ay(?:lık)?|bulan|bln|monate?n?'
const count = '(\\d{1,3}(?:[.,]\\d)?)'
const adjective = '(?:(?:full|calendar|academic|consecutive|successive|more|further|additional|another|other|календарных|полных|учебных|academic-)\\s*)*'

/** "5 years", "five (05) years" once its words are digits, "3+2 years", "5-year", "5年", "18 个月". */
export const duration = new RegExp(
  `(?<![\\d.,+/-])${count}(?:\\s*\\(\\s*0?\\d{1,3}\\s*\\))?(?:\\s*\\+\\s*${count})?[\\s-]*\\)?\\s*${adjective}(?:(${word(yearUnit)}|个?年|년)|(${word(monthUnit)}|个月|個月|개월))`, 'gu')
export const halfYear = /\bhalf[- ](?:a )?year\b|半年|полгода|ششماہی|yarım yıl/u
export const spanOfYears = new RegExp(`(\\d{1,2})\\s*(?:-|to|or|до|至|到|سے|~|/)\\s*(\\d{1,2})\\s*(?:${word(yearUnit)}|年)`, 'u')

export const autoRenewal = new RegExp([
  '\\b(?:auto(?:matic(?:al)?(?:ly)?)?|self|tacit(?:ly)?|implicit(?:ly)?)[\\s-]*(?:be\\s+|is\\s+)?(?:renew|exten|prolong|roll)', '\\b(?:renew|exten|prolong)\\w*\\s+(?:\\w+\\s+){0,2}(?:auto|tacit)', '\\brolling\\b|\\bevergreen\\b|\\btacit renewal',
  '自动\\s*(?:续|延|顺延|展|更新)|自動\\s*(?:续|續|延|更新)|期满自动|到期自动', 'автоматическ\\S* (?:\\S+ ){0,2}(?:пролонг|продл|возобн)|(?:пролонг|продл|возобн)\\S* (?:\\S+ ){0,2}автоматич|автопролонг', '(?:خودکار|خود بخود|از خود)\\s*(?:طور پر\\s*)?(?:\\S+\\s+){0,2}(?:تجدید|توسیع)|(?:تجدید|توسیع)\\s*(?:خودکار|خود بخود)',
  'автоматты (?:түрде )?(?:ұзарт|жаңарт)|(?:ұзарт|жаңарт)\\S* автоматты', 'otomatik (?:olarak )?(?:yenile|uza)|kendiliğinden (?:yenile|uza)', 'otomatis\\s*(?:di)?perpanjang|perpanjang\\S*\\s+(?:secara )?otomatis|diperbarui (?:secara )?otomatis',
].join('|'), 'u')
export const noAutoRenewal = /\b(?:not|no|non|without)[\s-]*(?:be\s+)?(?:auto|tacit)|не\s?автоматич|без автоматич|не (?:будет |подлежит )?(?:\S+ )?автоматич|不自动|不会自动|非自动|otomatik (?:olarak )?(?:yenilenmez|uzamaz)|tidak (?:diperpanjang )?(?:secara )?otomatis|خودکار (?:تجدید )?نہیں/u

export const extension = /\b(?:extend|extens|renew|prolong)|可续|可延|续签|续约|延长|经双方同意|продл|пролонг|قابل تجدید|قابل توسیع|تجدید|توسیع|uzatıl|yenilen|perpanjang|diperbarui/u
export const renewalClause = /\b(?:auto\w*|self)?[\s-]*(?:renew|exten|prolong)|自动|续签|续约|延长|продл|пролонг|автоматич|تجدید|توسیع|yenile|uza|perpanjang/u
export const everyYear = /\b(?:annual|yearly|every year|each year|year[- ]to[- ]year|year by year|per annum)|每年|逐年|ежегодн|каждый год|ہر سال|سالانہ|her yıl|setiap tahun|tahunan/u

export const endless = words([
  'indefinit\\w*', 'unlimited', 'not limited', 'open', '(?:un)?till? (?:the )?completion(?: \\w+)*', 'un-?limited (?:period|time)', 'open-?\\s?ended', 'perpetual(?:ly)?', 'permanent(?:ly)?', 'no (?:expiry|end|time limit|expiration|limit)(?: date)?', 'without (?:expiry|end|time limit|term)',
  '(?:un)?till? (?:\\w+ ){0,3}(?:mutual\\w*|agree\\w*|terminat\\w*|cancel\\w*|revok\\w*|further notice|dissolv\\w*|ended)(?: \\w+)*', 'until (?:either|one|any|both) part\\w+(?: \\w+)*', 'unless (?:\\w+ ){0,4}(?:terminat\\w*|cancel\\w*|revok\\w*)(?: \\w+)*', 'life-?\\s?time', 'long[- ]term',
  'on-?going', 'continu(?:ous|ing)', 'forever', 'mutual\\w* agree\\w*',
  'мерзімсіз', 'muddatsiz', 'бессрочн\\S*', 'неопредел[её]нн\\S*(?: срок)?', 'без (?:ограничения )?срока?', 'до (?:момента )?(?:расторжения|прекращения|отмены)', 'постоянн\\S*', 'неограниченн\\S*',
  'غیر معینہ(?: مدت)?', 'مستقل', 'تا حکم ثانی', 'دائمی', 'لامحدود', 'باہمی (?:رضامندی|اتفاق)(?: \\S+)*', 'süresiz', 'belirsiz(?: süreli)?', 'sınırsız', 'tidak terbatas', 'selamanya', 'tanpa batas(?: waktu)?',
].join('|'))
export const endlessHan = /长期|長期|无限期|無限期|永久|不限期|无固定期限|不定期|无期限|持续有效|直至终止|至双方终止|双方协商/u

export const notice = new RegExp(
  `(?:${count}\\s*(?:\\(\\s*\\d+\\s*\\)\\s*)?(${monthUnit}|days?|дней|دن|gün|hari)['’]?s?\\s*(?:\\S+\\s+){0,3}?(?:notice|notif\\w*|уведомл\\S*|نوٹس|önce|sebelum\\S*))|(?:(?:notice|notif\\w*|уведомл\\S*)\\s+(?:\\S+\\s+){0,3}?${count}\\s*(${monthUnit}|days?|дней))|(?:提前\\s*${count}\\s*(个?月|天|日))`, 'u')

export const untilWords = /(?<!\p{L})(?:valid|expir\w*|until|till?|upto|up to|through|ends?|ending|to|дейін|gacha|до|по|действу\S*|истекает|تک|sampai|hingga|s\/d|kadar|bitiş)(?!\p{L})|至|截止|到期|有效期/u
