/** Whether words of a rule say that the target was met, met in part, or missed. */

const met =
  /(?:达到|完成|实现|等于或?高于|不低于|≥)(?:年度|年初|全年|预期|设定|绩效|计划)*(?:指标|目标|计划|任务)|^(?:已|全部|按期|按时|如期|及时|按要求)?(?:完成|达标|达到|合格|报送|开工|完工|拨付)$|完成值?达到|足额|按(?:期|时|计划|规定时间)|规定(?:的)?(?:时间|期限|时限)内|及时|符合|(?:全部|均)(?:完成|达标|合格|符合)|≤|控制在/u;
const missed =
  /未|没有(?:达到|完成)|不(?:达标|足|符合|合格|及时)|低于(?:年度|年初|预期|设定)?(?:指标|目标|计划)|高于(?:年度|年初|预期|设定)?(?:指标|目标|计划|预算)|超(?:过|出|支|预算|概算)|逾期|超期|延期|延迟|迟/u;
const partly = /部分|基本|较|一般|有所|大部分|稍|略/u;
const turned = /未超|不超|没有超|未发生|未出现|不存在/u;

/** What words say of the target; null where they do not speak of it. */
export function meaningOf(words: string): 'met' | 'missed' | 'partly' | null {
  if (turned.test(words)) return 'met';
  if (partly.test(words)) return 'partly';
  if (missed.test(words)) return 'missed';
  return met.test(words) ? 'met' : null;
}
