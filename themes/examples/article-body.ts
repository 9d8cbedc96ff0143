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
<figure><section class="table-scroll" aria-label="任务分工表" tabindex="0"><table><caption>任务分工表</caption><thead><tr><th scope="col">序号</th><th scope="col">任务</th><th scope="col">牵头单位</th><th scope="col">完成时限</th></tr></thead><tbody><tr><td>1</td><td>医院保留现场号源</td><td>省卫生健康委</td><td>2026-12-31</td></tr><tr><td>2</td><td>公共交通保留现金购票</td><td>省交通运输厅</td><td>2026-12-31</td></tr><tr><td>3</td><td>网站与移动应用适老化改造</td><td>省政务服务和数据管理局</td><td>2027-06-30</td></tr></tbody></table></section></figure>
<figure><video controls preload="none" aria-label="老年人现场挂号演示"><source src="/files/example.mp4" type="video/mp4"></video><figcaption>老年人现场挂号演示 <a href="/files/example.mp4" download>下载视频（MP4，12.4 MB）</a></figcaption></figure><details class="transcript"><summary>视频文字稿</summary><p>志愿者：大爷，您带身份证或者社保卡，到这个窗口就能挂号。</p></details>
<div class="callout callout-warning" role="note"><p class="callout-title">注意</p><p>现场号源每日 8:00 放号，请携带本人有效证件。</p></div>
<h3>（二）便利出行</h3>
<ol><li>客运站保留人工售票窗口。</li><li>公交车辆逐步更换低地板车型。</li></ol>
<blockquote><p>坚持以人民为中心，让老年人共享信息化发展成果<sup><a role="doc-noteref" id="note-mark-1" href="#note-1" aria-label="注释 1">[1]</a></sup>。</p></blockquote>
<p class="attachment"><a href="/files/example.docx" download="老年人服务需求登记表.docx">附件：老年人服务需求登记表（DOCX，86 KB）</a></p>
<p class="ti-1">本方案自印发之日起施行，由省政务服务和数据管理局负责解释。</p>
<p class="ta-right">云川省人民政府办公厅</p>
<p class="ta-right">2026年11月20日</p>
<section class="notes" role="doc-endnotes" aria-label="注释"><ol><li id="note-1">指本方案第一条所称的各类政务服务。 <a role="doc-backlink" href="#note-mark-1" aria-label="返回正文中的注释 1">↩</a></li></ol></section>
`;
