// Chinese provinces and cities, which stand without a space before the rest of a name; each is read as pinyin but for the ones spelt otherwise.
export const hanPlaces = `北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 甘肃 青海 台湾 广西 宁夏 新疆
 石家庄 唐山 秦皇岛 邯郸 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 长治 晋中 运城 临汾 包头 赤峰 沈阳 大连 鞍山 抚顺 锦州 长春 哈尔滨 齐齐哈尔 大庆 牡丹江 佳木斯 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州
 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 南宁 柳州 桂林 梧州 北海 玉林 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 广元
 内江 乐山 南充 眉山 宜宾 雅安 贵阳 遵义 安顺 昆明 曲靖 玉溪 大理 咸阳 宝鸡 渭南 延安 汉中 榆林 安康 兰州 天水 西宁 银川 武昌 汉口 华东 华南 华北 华中`

export const hanSpelt: Record<string, string> = {
  陕西: 'shaanxi', 西安: "xi'an", 内蒙古: 'inner mongolia', 西藏: 'tibet', 香港: 'hong kong', 澳门: 'macau', 台北: 'taipei', 高雄: 'kaohsiung', 乌鲁木齐: 'urumqi', 拉萨: 'lhasa', 呼和浩特: 'hohhot',
  喀什: 'kashgar', 伊犁: 'yili', 清华: 'tsinghua', 中山: 'zhongshan', 延边: 'yanbian', 东北: 'northeast', 西北: 'northwest', 西南: 'southwest', 东南: 'southeast', 省: '', 市: '', 自治区: '',
}
