/** A body with everything lib/richtext can write. */
export const ARTICLE_BODY = `
<p class="ta-center">云政办发〔2026〕12号</p>
<p>各市、县（区）人民政府，省政府各部门、各直属单位：</p>
<p>为深入贯彻落实国家关于切实解决老年人运用智能技术困难的部署，进一步方便老年人办事，经省政府同意，结合我省实际，制定本实施方案。各地各部门要坚持传统服务与智能创新“两条腿”走路，让老年人愿意来、办得成、说得清。</p>
<h2>一、总体要求</h2>
<p>到 2027 年底，全省政务服务场所普遍设立老年人<strong>绿色通道</strong>，高频事项实现“就近办、帮办代办”。详见<a href="/zcjd/1.html">配套解读</a>。</p>
<ul><li>保留人工窗口、现金支付和纸质凭证；</li><li>网上办事入口在首页显著位置提供关怀版；<ul><li>字号不小于 24 像素；</li><li>每页都有电话求助。</li></ul></li><li>12345 热线设老年人专席。</li></ul>
<h2>二、重点任务</h2>
<h3>（一）便利就医</h3>
<p>二级以上医院在号源分配上为老年人保留一定比例的现场号。</p>
<figure><div class="table-scroll" role="region" aria-label="任务分工表" tabindex="0"><table><caption>任务分工表</caption><thead><tr><th scope="col">序号</th><th scope="col">任务</th><th scope="col">牵头单位</th><th scope="col">完成时限</th></tr></thead><tbody><tr><td>1</td><td>医院保留现场号源</td><td>省卫生健康委</td><td>2026-12-31</td></tr><tr><td>2</td><td>公共交通保留现金购票</td><td>省交通运输厅</td><td>2026-12-31</td></tr><tr><td>3</td><td>网站与移动应用适老化改造</td><td>省政务服务和数据管理局</td><td>2027-06-30</td></tr></tbody></table></div></figure>
<h3>（二）便利出行</h3>
<ol><li>客运站保留人工售票窗口。</li><li>公交车辆逐步更换低地板车型。</li></ol>
<blockquote><p>坚持以人民为中心，让老年人共享信息化发展成果。</p></blockquote>
<p class="ti-1">本方案自印发之日起施行，由省政务服务和数据管理局负责解释。</p>
<p class="ta-right">云川省人民政府办公厅</p>
<p class="ta-right">2026年11月20日</p>
`;
