/** What each check says, in Chinese. */
import type { CheckWords } from '../checkWords';

export const checkSentences: CheckWords = {
  'cell-without-error': {
    title: '没有出错的单元格',
    why: '出错的单元格算不出数，引用它的合计也会跟着错。',
    remedy: '找到公式引用的单元格，恢复被删掉的引用或重新填数。',
    messages: {
      one: '显示 {error}，不是数也不是字。',
      many: '有 {count} 个单元格出错：{cells}。',
    },
  },
  'columns-aligned': {
    title: '各列与表头对齐',
    why: '数值与表头错位时，任何一分都可能算到别的指标上，因此错位的行一律不计分。',
    remedy: '把错位的行移回表头对应的列，再重新复核。',
    messages: {
      shifted: '有 {rows} 行的数值比表头错开了 {shift} 列，这些行未计分。',
      unclear: '有 {rows} 行的数值与表头对不上，这些行未计分。',
    },
  },
  'number-not-text': {
    title: '数字不是文本',
    why: '存成文本的数字不参加 Excel 的求和，合计会悄悄变少。',
    remedy: '把单元格改为数字格式，重新输入数字，不带单位。',
    messages: {
      one: '“{text}”是文本，应为数字 {number}。',
      row: '同一行有几个数字是文本：{texts}（{cells}）。',
      many: '有 {count} 个数字存成了文本：{cells}。',
    },
  },
  'weight-is-number': {
    title: '分值是大于零的数',
    why: '没有分值的指标无法计分，合计也无从核对。',
    remedy: '填写该指标的分值；不参加评分的行请删除。',
    messages: {
      missing: '“{name}”没有填分值。',
      words: '“{name}”的分值写成了“{text}”，不是数。',
      notPositive: '“{name}”的分值是 {weight}，应大于零。',
      allMissing: '{count} 个指标都没有填分值。',
    },
  },
  'weights-match-label': {
    title: '分值与标题所写一致',
    why: '标题里写明了分值，下面各行加起来就应等于它；不等，说明其中一处写错。',
    remedy: '核对标题里的分值和下面各行的分值，改正写错的一处。',
    messages: {
      differs: '“{label}”写明 {stated} 分，下面 {count} 行分值合计 {sum}，相差 {gap}。',
      differsAndWhole:
        '“{label}”写明 {stated} 分，下面 {count} 行分值合计 {sum}，相差 {gap}；全表分值合计因此是 {whole}，不是 {total}。',
      own: '“{name}”名称里写明 {stated} 分，分值栏是 {weight}。',
      ownAndWhole: '“{name}”名称里写明 {stated} 分，分值栏是 {weight}；全表分值合计因此是 {whole}，不是 {total}。',
    },
  },
  'weights-reach-total': {
    title: '分值合计等于满分',
    why: '分值之和不等于满分时，总分和等级都不可比。',
    remedy: '核对标出的分值，调整其中一项使合计等于 {total}。',
    remedies: {
      short: '把少的 {gap} 分补到漏填或填低的一项，使合计等于 {total}。',
      over: '核对有没有多填的项，减去多出的 {gap} 分，使合计等于 {total}。',
      besideRate: '在资金表里写明预算执行率的分值 {gap} 和得分，加进总分；不是这样的，把少的 {gap} 分补到各项。',
    },
    messages: {
      short: '{count} 项分值合计 {sum}，比应有的 {total} 少 {gap}。',
      over: '{count} 项分值合计 {sum}，比应有的 {total} 多 {gap}。',
      besideRate:
        '{count} 项分值合计 {sum}，离 {total} 差的 {gap} 分正是预算执行率通常的分值，资金表里没有写：是漏写了，还是另外计分？',
      inFundRow: '项目资金一行的分值写成了 {weight}，是整张表的合计；这里应填预算执行率自己的分值，加总仍为 {total}。',
    },
  },
  'weights-match-rubric': {
    title: '一级指标分值符合规则',
    why: '评分规则规定了一级指标的分值；财预〔2020〕10号允许因特殊情况调整，但要有依据，加总仍为满分。',
    remedy: '按规则调整分值；确需调整的，在注中写明依据。',
    messages: {
      differs: '一级指标分值为{weights}；“{rubric}”为{usual}。',
    },
  },
  'weight-not-concentrated': {
    title: '分值不集中于一项',
    why: '一个指标占去近半分值，其他指标就失去意义。',
    remedy: '把这一项拆成几个指标，或把部分分值分给其他指标。',
    messages: {
      concentrated: '“{name}”占 {weight} 分，是 {count} 个指标分值的 {share}。',
    },
  },
  'budget-parts-reach-total': {
    title: '分项资金合计等于总额',
    why: '年度资金总额应等于财政拨款、结转资金和其他资金之和；不等，执行率就没有可靠的分母。',
    remedy: '按账核对总额和各分项，改正写错的一处。',
    remedies: {
      short: '各分项有没有漏填：补上少的 {gap}；分项无误的，把总额改为 {sum}。',
      over: '各分项有没有重复、多填：减去多的 {gap}；分项无误的，把总额改为 {sum}。',
    },
    messages: {
      short: '{column}的总额写为 {total}，各分项合计 {sum}，总额多 {gap}。',
      over: '{column}的总额写为 {total}，各分项合计 {sum}，总额少 {gap}。',
      shortInMany: '总额都比各分项合计多：{figures}。可能漏填了一个分项。',
      overInMany: '总额都比各分项合计少：{figures}。可能有一个分项重复或多填。',
      rounded: '{column}的总额 {total} 与分项合计 {sum} 相差 {gap}，应是四舍五入的尾差。',
    },
  },
  'budget-denominator-present': {
    title: '全年预算数大于零',
    why: '执行率＝全年执行数÷全年预算数；没有预算数，执行率和它的得分都算不出来。',
    remedy: '填写全年预算数（有调整的填调整后的数）。',
    messages: {
      zero: '全年预算数是 {budget}，全年执行数是 {executed}，执行率无法计算。',
      missing: '没有填全年预算数，全年执行数是 {executed}，执行率无法计算。',
      byInitial: '没有填全年预算数，执行率只能按年初预算数 {initial} 算；全年执行数是 {executed}，请补填全年预算数。',
    },
  },
  'budget-amounts-plausible': {
    title: '资金金额说得通',
    why: '执行数多于预算数，或者单位填错一万倍，执行率看不出来，资金却对不上。',
    remedy: '核对预算数、执行数和金额单位；预算有调整的，写调整后的数并说明。',
    messages: {
      overspent: '全年预算数 {budget}，全年执行数 {executed}，多支出 {over}，请核对预算是否有调整。',
      overspentFull:
        '全年预算数 {budget}，全年执行数 {executed}，多支出 {over}，执行率仍得满分 {score}：请核对预算是否有调整；超预算支出的，说明资金来源并按规则评分。',
      unitWithin:
        '全年预算数 {budget}，全年执行数 {executed}，相差约一万倍，可能有一个把元写在了万元栏里，请核对单位。',
      negative: '{column}是 {amount}，资金数不能为负。',
      unit: '资金表写明单位是{unit}，预算数却是 {amount}，与成本指标的“{target}”相差一万倍，请核对单位。',
    },
  },
  'budget-adjustment-explained': {
    title: '预算大幅调整有说明',
    why: '年中预算调整幅度大，说明年初预算不准或任务有变，须说明原因。',
    remedy: '在注或完成情况中写明预算调整的原因和文件依据。',
    remedies: {
      askedFor: '在资金表的原因一栏写明预算调整的原因和文件依据。',
      rateAskedFor: '在资金表的原因一栏写明没有执行的原因和结余资金怎样处理。',
    },
    messages: {
      raised: '预算由 {initial} 调整为 {budget}，增加 {change}，超过 {limit}，没有说明。',
      cut: '预算由 {initial} 调整为 {budget}，减少 {change}，超过 {limit}，没有说明。',
      fromNothing: '年初预算数为 0，全年预算数为 {budget}，建议说明资金来源。',
      askedFor: '预算由 {initial} 调整为 {budget}（{change}），表上要求说明调整理由，原因一栏没有填写。',
      rateAskedFor: '预算执行率 {rate}，表上要求低于 {limit} 的说明原因，原因一栏没有填写。',
    },
  },
  'execution-rate-matches-amounts': {
    title: '预算执行率与金额一致',
    why: '预算执行率＝全年执行数÷全年预算数。金额有四舍五入，所以只有超出可能范围才算错。',
    remedy: '按金额改为 {computed}，或核对全年预算数、全年执行数。',
    remedies: {
      ofInitialScored: '执行率按全年预算数改为 {computed}，得分随之改为 {due}；或核对全年预算数。',
    },
    messages: {
      part: '“{line}”的执行率写为 {stated}，{executed} ÷ {budget} 算得 {computed}。',
      differs: '执行率写为 {stated}，按金额应为 {computed}（考虑金额尾数，最低 {low}，最高 {high}）。',
      ofInitial:
        '执行率写为 {stated}，是全年执行数与年初预算数 {initial} 之比；按全年预算数 {budget} 应为 {computed}。',
      ofInitialScored:
        '执行率写为 {stated}，是全年执行数与年初预算数 {initial} 之比；按全年预算数 {budget} 应为 {computed}，由它算出的得分 {score} 也应为 {due}。',
    },
  },
  'score-present': {
    title: '每项都有得分',
    why: '没有得分的指标还没有自评，总分也不完整。',
    remedy: '按规则填写得分；没有完成的填 0 并说明原因。',
    messages: {
      missing: '“{name}”没有填得分。',
      missingExplained:
        '“{name}”没有填得分；总分 {stated} 恰好比已填得分之和多 {points}，请核对是否漏填了 {points} 分。',
      words: '“{name}”的得分写成了“{text}”，不是数。',
      allMissing: '{count} 项都没有填得分。',
      noTotal: '{count} 项已有得分，总分没有填。',
    },
  },
  'score-within-weight': {
    title: '得分不超过分值',
    why: '得分最高不得超过该指标分值，也不能为负。',
    remedy: '核对得分和分值，把得分改到 0 与分值之间。',
    remedies: {
      over: '把得分改到不超过 {weight} 分；分值填低了的，改分值。',
      negative: '把得分改为 0 至分值之间的数。',
    },
    messages: {
      over: '“{name}”得分 {score}，超过分值 {weight}。',
      sharedOver: '“{label}”下 {count} 行的得分之和是 {score}，超过它们共有的 {weight} 分。',
      negative: '“{name}”得分 {score}，不能为负。',
    },
  },
  'execution-score-matches-rule': {
    title: '执行率得分符合规则',
    why: '执行率得分直接由金额算出，最容易核对，也最不该错。',
    remedy: '算得定的，按规则改得分，或核对金额；有几种评分规则可能适用的，先确认用哪一种。',
    remedies: {
      reviewed: '把得分改为 {computed}；认为应当保留的，书面说明依据。',
      reviewedBeside: '把得分改为 {computed}；认为应当保留的，书面说明依据。',
    },
    messages: {
      reviewed: '预算执行率自评 {score} 分，{derivation}。',
      reviewedBeside: '预算执行率自评 {score} 分，{derivation}；按规则为 {ruled} 分。',
      over: '预算执行率得分 {score}，按规则应为 {computed}，多 {gap}。算式：{derivation}',
      under: '预算执行率得分 {score}，按规则应为 {computed}，少 {gap}。算式：{derivation}',
      rounded: '预算执行率得分 {score} 是 {computed} 取整的结果，建议保留两位小数。',
      inNoReading: '预算执行率得分 {score}，有 {ways} 种读法：{readings}，都不是这个分；请确认{ask}。',
      question: '预算执行率得分 {score}，有 {ways} 种读法：{readings}；请确认{ask}。',
    },
  },
  'deadline-met': {
    title: '超过时限应扣分',
    why: '完成日期晚于时限仍给满分，时效指标就没有意义。',
    remedy: '按规则扣分并说明原因；日期写错的改日期。',
    messages: {
      late: '“{name}”时限是“{target}”，实际“{actual}”，已超时，得分 {score} 没有扣分。',
      lateByDays: '“{name}”时限是“{target}”，实际“{actual}”，晚 {days} 天，得分 {score} 没有扣分。',
    },
  },
  'score-within-tier': {
    title: '得分在所属档次内',
    why: '定性指标按完成情况分档，每档有分值区间，得分不能越档。',
    remedy: '把得分改到该档区间内；完成情况写得不准的，改完成情况。',
    remedies: {
      over: '把得分降到 {low}–{high} 分之间；完成情况写低了的，改完成情况。',
      under: '把得分提到 {low}–{high} 分之间；完成情况写高了的，改完成情况。',
    },
    messages: {
      over: '“{name}”写明“{actual}”，应得 {low}–{high} 分，实得 {score}，高出该档。',
      under: '“{name}”写明“{actual}”，应得 {low}–{high} 分，实得 {score}，低于该档。',
    },
  },
  'score-admissible': {
    title: '得分是规则能给出的分',
    why: '按要点给分的规则只能得出几个分数，其他分数说明没有按要点打分。',
    remedy: '逐个要点核对，得分改为各要点得分之和。',
    messages: {
      impossible: '“{name}”得分 {score}，按“{rule}”只能得 {admissible}。',
      unlessInPart:
        '“{name}”得分 {score}，按“{rule}”逐项计分只能得 {admissible}；一项可得部分分的才可能，请写明各项得分。',
    },
  },
  'score-matches-rule': {
    title: '得分符合评分规则',
    why: '自评得分必须能按表中或文件中的规则算出来。',
    remedy: '算得定的，把得分改为按规则算出的分；有几种读法的，先确认口径。如有其他扣分理由，请在原因栏写明。',
    remedies: {
      over: '把得分改为 {computed}；认为应当保留的，在原因栏写明依据。',
      under: '把得分改为 {computed}；另有扣分理由的，在原因栏写明。',
      reviewed: '把得分改为 {computed}；认为应当保留的，书面说明依据。',
      reviewedBeside: '把得分改为 {computed}；认为应当保留的，书面说明依据。',
      rounded: '把得分改为 {computed}，与其他各项保留同样的小数。',
      inNoReading: '先确认{ask}，再按确认的读法改得分。',
      question: '先确认{ask}；与填写的得分相符的，写明依据即可。',
    },
    messages: {
      over: '“{name}”得分 {score}，按规则应为 {computed}，多 {gap}。算式：{derivation}',
      under: '“{name}”得分 {score}，按规则应为 {computed}，少 {gap}。算式：{derivation}',
      reviewed: '“{name}”自评 {score} 分，{derivation}。',
      reviewedBeside: '“{name}”自评 {score} 分，{derivation}；按规则为 {ruled} 分。',
      rounded: '“{name}”得分 {score} 是 {computed} 取整的结果，建议保留两位小数。',
      inNoReading: '“{name}”得分 {score}，有 {ways} 种读法：{readings}，都不是这个分；请确认{ask}。',
      question: '“{name}”得分 {score}，有 {ways} 种读法：{readings}；请确认{ask}。',
    },
  },
  'deduction-matches': {
    title: '扣分等于分值减得分',
    why: '分值、得分、扣分三个数必须相互一致。',
    remedy: '核对得分和扣分，使扣分等于分值减得分。',
    messages: {
      differs: '“{name}”分值 {weight}、得分 {score}，应扣 {lost} 分，扣分栏写 {stated}。',
      empty: '有 {count} 项失分，共 {lost} 分，扣分栏都没有填。',
      total: '扣分合计写为 {stated}，各项分值减得分合计 {lost}。',
    },
  },
  'score-rate-matches': {
    title: '得分率等于得分÷分值',
    why: '得分率由得分和分值算出，写错会误导排名和等级。',
    remedy: '按得分和分值重算得分率。',
    messages: {
      differs: '“{name}”得分 {score}、分值 {weight}，得分率应为 {computed}，写为 {stated}。',
      total: '总得分 {score}、总分值 {weight}，得分率应为 {computed}，写为 {stated}。',
    },
  },
  'subtotals-match': {
    title: '小计等于各行之和',
    why: '小计与各行对不上，说明其中至少有一个数写错了。',
    remedy: '核对各行；各行无误的，改小计，最好用求和公式。',
    messages: {
      weight: '“{label}”的分值写为 {stated}，{count} 行合计 {sum}，相差 {gap}。',
      score: '“{label}”的得分写为 {stated}，{count} 行合计 {sum}，相差 {gap}。',
      rounded: '“{label}”写为 {stated}，各行合计 {sum}，取整后相符，建议保留同样的小数。',
    },
  },
  'scores-reach-total': {
    title: '总分等于各项得分之和',
    why: '总分与分项对不上，说明其中至少有一个数写错了。',
    remedy: '核对各项得分；若各项无误，把总分改为 {sum}。',
    remedies: {
      over: '先核对各项得分有没有漏填、填低；各项无误的，把总分改为 {sum}。',
      under: '先核对各项得分有没有重复、填高；各项无误的，把总分改为 {sum}。',
      beyondFull: '各项得分之和不能超过满分 {full}：先把分值核对到合计 {full}，改正多填的得分，再重算总分。',
      withoutRateBeyondFull:
        '先确认预算执行率的分值在不在 {full} 分之内：在的，把各项分值调到合计 {full}，重算得分和总分；不在的，写明总分不含预算执行率。',
      beyondBlanks: '先补填空着的得分，核对已填的得分，再重算总分。',
      belowBlanks: '先补填空着的得分，核对已填的得分，再重算总分。',
    },
    messages: {
      over: '总分写为 {stated}，{count} 项得分之和是 {sum}，多 {gap}。',
      under: '总分写为 {stated}，{count} 项得分之和是 {sum}，少 {gap}。',
      withoutRate: '总分写为 {stated}，是指标得分之和，没有加上预算执行率的 {rate} 分；加上以后是 {sum}。',
      beyondFull: '总分写为 {stated}，各项得分之和是 {sum}，超过满分 {full}，分值或得分必有多填。',
      withoutRateBeyondFull:
        '总分写为 {stated}，是指标得分之和，没有加上预算执行率的 {rate} 分；加上以后是 {sum}，超过满分 {full}。',
      head: '表头写的总分是 {stated}，总分一行是 {sum}。',
      rounded: '总分写为 {stated}，各项得分之和是 {sum}，取整后相符，建议与各项得分保留同样的小数。',
      beyondBlanks:
        '总分写为 {stated}，已填得分之和是 {sum}；{blanks} 项得分空着，全部按满分计也只有 {most}，总分必定有误。',
      belowBlanks: '总分写为 {stated}，还有 {blanks} 项得分空着，已填得分之和就有 {sum}，总分必定有误。',
    },
  },
  'grade-matches-total': {
    title: '等级与总分相符',
    why: '等级由总分决定（财预〔2020〕10号：90 分以上优，80 分以上良，60 分以上中，其余差，规则另有规定的从其规定）。',
    remedy: '按总分改等级；总分有误的，先改总分。',
    messages: {
      differs: '总分 {total} 应评为“{grade}”，表中写为“{stated}”。',
    },
  },
  'target-measurable': {
    title: '指标值可以衡量',
    why: '没有指标值，或只有一句赞语配一个百分比，就说不清怎样才算完成。',
    remedy: '写明可以核对的指标值：数量、比率、时限，或定性指标的档次。',
    messages: {
      missing: '“{name}”有分值，没有指标值。',
      allMissing: '{count} 个指标都没有指标值。',
      vague: '“{name}”的指标值“{target}”没有说明这个百分比怎样算出来。',
      nothing: '这一行的名称、指标值和完成值都是“无”，没有可以评的内容，却有分值 {weight}、得分 {score}。',
      noneWanted: '“{name}”的指标值写的是“{target}”，没有提出要求，却有分值 {weight}。',
    },
  },
  'actual-present': {
    title: '填写了完成值',
    why: '没有完成值，得分就没有依据。',
    remedy: '按台账填写实际完成值；没有完成的如实填写。',
    messages: {
      missing: '“{name}”的指标值是“{target}”，没有填完成值。',
      allMissing: '{count} 个指标都没有填完成值。',
      scoredWithout: '{count} 个指标没有指标值、没有完成值，却有得分：{names}。',
    },
  },
  'actual-measured': {
    title: '完成值是实测的数',
    why: '完成值写成“≥95%”看不出实际完成多少，算不出完成率。',
    remedy: '填写实际统计到的数，例如 96.3%，不带≥、≤。',
    messages: {
      one: '“{name}”的完成值写为“{actual}”，是范围，不是实际完成的数。',
      many: '{count} 个指标的完成值写成了范围：{names}。',
      words: '“{name}”的指标值是“{target}”，完成值只写了“{actual}”，没有写实际完成的数。',
      manyWords: '{count} 个指标要求数字，完成值只写了文字：{names}。',
    },
  },
  'units-agree': {
    title: '计量单位一致且合适',
    why: '指标值和完成值单位不同就不能相比；单位与指标不符，数就没有意义。',
    remedy: '把单位改成同一种，并与指标名称相符。',
    messages: {
      differ: '“{name}”的指标值“{target}”的单位是“{targetUnit}”，完成值“{actual}”的单位是“{actualUnit}”，不能相比。',
      unfit: '“{name}”的指标值“{target}”以“{unit}”计，与指标不符。',
      missing: '{count} 个指标只有数字没有单位：{names}。',
      scale: '“{name}”的指标值是“{target}”，完成值是“{actual}”，数的单位不明：{readings}；请确认{ask}。',
      column: '“{name}”的“{written}”以{own}计，度量单位一栏写的是{column}，两者不能换算。',
    },
  },
  'direction-makes-sense': {
    title: '指标方向合乎常理',
    why: '成本应当不超过，质量和满意度应当不低于；方向反了，干得越差得分越高。',
    remedy: '改正符号：成本类用≤，质量、满意度类用≥。',
    messages: {
      costAtLeast: '“{name}”越少越好，指标值却是“{target}”。',
      qualityAtMost: '“{name}”越高越好，指标值却是“{target}”。',
      contradicts: '“{name}”的指标值“{target}”与指标性质“{sign}”方向相反，请确认越多越好还是越少越好。',
      figureUnderQuality: '“{name}”的指标性质写“{sign}”，指标值“{target}”却是数：按定性还是按定量评分，请统一。',
      wordsUnderFigure: '“{name}”的指标性质写“{sign}”，指标值“{target}”却不是数，请统一。',
    },
  },
  'rates-follow-figures': {
    title: '完成率、偏差率与数值相符',
    why: '率由指标值和完成值算出；对不上，其中必有一个填错。',
    remedy: '按指标值和完成值重算；率是对的，核对指标值和完成值。',
    messages: {
      completion: '“{name}”的完成率写为 {stated}；指标值“{target}”、完成值“{actual}”，算得 {computed}。',
      deviation: '“{name}”的偏差率写为 {stated}；指标值“{target}”、完成值“{actual}”，算得 {computed}。',
    },
  },
  'cost-agrees-with-amounts': {
    title: '总成本与执行数相符',
    why: '同一笔钱在成本指标里和资金表里不一样，其中必有一个没有按账填。',
    remedy: '按账核对成本和全年执行数；有未付的尾款或不计入成本的支出，在说明中写明。',
    messages: {
      above: '“{name}”的完成值“{actual}”比全年执行数 {executed} 万元多 {gap} 万元。',
      below: '“{name}”的完成值“{actual}”比全年执行数 {executed} 万元少 {gap} 万元。',
    },
  },
  'percentage-possible': {
    title: '百分比不超出可能',
    why: '合格率、满意度这类占比最多 100%，超出说明分子分母取错了。',
    remedy: '核对分子和分母，改正百分比。',
    messages: {
      beyond: '“{name}”是占比，“{text}”超过了 100%。',
      negative: '“{name}”是占比，“{text}”不能为负。',
    },
  },
  'satisfaction-has-data': {
    title: '满意度有调查数据',
    why: '满意度由调查得出；只写“满意”或 100%，没有数据可以核对。',
    remedy: '填写调查得到的百分比，并在备注写明发放和收回多少份问卷。',
    messages: {
      words: '“{name}”的指标值是“{target}”，完成值只写“{actual}”，没有数据。',
      onlyWords: '“{name}”的完成值“{actual}”没有调查数据。',
      perfect: '“{name}”完成值 {actual}，建议备注样本量和问卷情况。',
    },
  },
  'target-not-copied-from-actual': {
    title: '指标值不是事后填的',
    why: '年初定的目标很少与年终结果分毫不差；目标要在年初确定，才能用来考核。',
    remedy: '恢复年初批复的指标值。',
    messages: {
      copied: '“{name}”的指标值“{target}”与完成值“{actual}”分毫不差，请核对是否为年初批复的数。',
      all: '{count} 个指标的指标值与完成值全部恰好相等：{names}。',
    },
  },
  'days-match-dates': {
    title: '天数与日期相符',
    why: '天数写错会多扣或少扣时效分。',
    remedy: '按起止日期重算天数。',
    messages: {
      span: '“{text}”写 {stated} 天，按日期是 {days} 天。',
      late: '“{text}”写晚 {stated} 天，按日期晚 {days} 天。',
    },
  },
  'date-within-year': {
    title: '完成日期在年度之内',
    why: '上一年完成的任务不是本年的绩效，多半是照抄上年的表；年度结束后才完成，说明没有按期完成。',
    remedy: '核对日期和年度：照抄上年的改为本年的实际日期；年度以后完成的，按未按期完成评分并说明原因。',
    messages: {
      before: '“{name}”的完成日期“{actual}”早于本表的年度 {year}（指标值“{target}”）。',
      bothBefore: '“{name}”的指标值“{target}”和完成日期“{actual}”都早于本表的年度 {year}，请核对年度。',
      after: '“{name}”的完成日期“{actual}”晚于本表的年度 {year}（指标值“{target}”）。',
    },
  },
  'reason-given': {
    title: '扣分须说明原因',
    why: '未达到目标或扣分的指标，应说明偏差原因和改进措施（财预〔2020〕10号）。',
    remedy: '在原因栏写明偏差的原因、准备怎样改进。',
    messages: {
      missing: '“{name}”得分 {score}，比分值 {weight} 少 {lost}，没有写原因。',
      missed: '“{name}”的指标值是“{target}”，完成值是“{actual}”，没有达到，也没有写原因。',
      missedIf:
        '“{name}”的指标值是“{target}”，完成值是“{actual}”，看上去没有达到，也没有写原因；请确认是越多越好还是越少越好。',
      statedShort: '“{name}”的完成率写为 {stated}，没有全部完成，却没有说明原因。',
    },
  },
  'reason-not-pasted': {
    title: '原因不重复粘贴',
    why: '不同指标的偏差原因各不相同；同一句话说明不了每个指标自己的情况。',
    remedy: '请分别写明每个指标自己的原因和措施。',
    messages: { pasted: '{count} 个指标写了同一句原因：{names}。' },
  },
  'reason-has-remedy': {
    title: '原因带有改进措施',
    why: '财预〔2020〕10号要求分析原因并提出改进措施，只有原因不够。',
    remedy: '补写准备怎样改进、由谁在什么时候完成。',
    messages: {
      none: '“{name}”失 {lost} 分，原因“{reason}”没有写改进措施。',
      thin: '“{name}”失 {lost} 分，原因只写了“{reason}”，太简略，看不出为什么失分。',
    },
  },
  'reason-agrees-with-numbers': {
    title: '原因与数字不矛盾',
    why: '文字说完成、数字说没完成，两者必有一错。',
    remedy: '核对完成值、得分和原因，改正说错的一处。',
    messages: {
      saysDone: '“{name}”完成率 {completion}，原因却写“{reason}”。',
      saysMissed: '“{name}”得满分 {score}，原因却写“{reason}”。',
      rate: '“{name}”原因里写完成率 {stated}，按指标值和完成值是 {completion}。',
      points: '“{name}”原因里写扣 {stated} 分，分值减得分是 {lost} 分。',
      figure: '“{name}”的原因里写“{stated}”，完成值却是“{actual}”。',
    },
  },
  'over-completion-explained': {
    title: '大幅超额有说明',
    why: '完成值远高于指标值，多半是目标定低了（财预〔2020〕10号：偏离较大的应分析原因）。',
    remedy: '说明超额的原因；目标定低的，今后按实际能力申报。',
    messages: {
      unexplained:
        '“{name}”指标值“{target}”，完成值“{actual}”，完成率 {completion}，达到 {limit} 应说明，原因栏是空的。',
    },
  },
  'dimensions-covered': {
    title: '指标覆盖主要方面',
    why: '产出要看数量、质量、时效，还要看效益和服务对象是否满意；缺一面，评价就不完整。',
    remedy: '补充缺少的指标；确实不适用的，在注中说明。',
    messages: {
      missing: '没有这些方面的指标：{dimensions}。',
      noSatisfaction: '{count} 个指标里没有满意度指标。',
    },
  },
  'indicator-once': {
    title: '同一指标只评一次',
    why: '同一个指标放在两处，就得了两次分。',
    remedy: '保留最合适的一处，另一处换成别的指标；不是同一件事的，把名称写清楚。',
    messages: {
      twice: '“{name}”出现 {count} 次：{places}。',
    },
  },
  'indicator-in-its-dimension': {
    title: '指标放在对应的类别下',
    why: '放错类别，各类别的分值就不再代表它的名字。',
    remedy: '把它移到对应的二级指标下。',
    messages: {
      elsewhere: '“{name}”放在“{heading}”下，应属{belongs}。',
    },
  },
  'full-marks-plausible': {
    title: '全部满分要有把握',
    why: '每一项都是满分时，要看目标是否定得合适、完成值是否有依据。',
    remedy: '逐项准备佐证材料；目标定低的，如实说明。',
    messages: {
      all: '{count} 个指标全部满分，请确认完成值都有依据。',
      allDespiteRate: '{count} 个指标全部满分，预算执行率 {rate}；请确认完成值都有依据。',
    },
  },
  'score-rate-near-execution-rate': {
    title: '得分率与执行率相称',
    why: '钱没有花完、任务都完成了，可能是预算偏高，也可能是得分缺少依据，应当说明。',
    remedy: '说明少花钱也完成任务的原因；说明不了的，核减得分。',
    messages: {
      ahead:
        '指标得分率 {scoreRate}，预算执行率 {rate}，高出 {beyond}（（{scoreRate} － {rate}）÷ {rate}），超过 {limit}。',
    },
  },
  'execution-rate-consistent': {
    title: '执行率前后一致',
    why: '同一张表里说出两个执行率，至少有一个是错的。',
    remedy: '按账核对实际支出和预算，把各处改成同一个数。',
    messages: {
      differ: '一处的执行率是 {first}，另一处是 {second}。',
    },
  },
  'goals-not-copied': {
    title: '完成情况不照抄目标',
    why: '完成情况与预期目标一字不差，看不出实际做成了什么。',
    remedy: '写明实际做了什么、做到什么程度，用数字说话。',
    messages: {
      copied: '实际完成情况与预期目标一字不差：“{text}”。',
      noAchieved: '写了预期目标“{expected}”，没有写实际完成情况。',
      noExpected: '写了实际完成情况“{achieved}”，没有写预期目标。',
    },
  },
  'goals-agree-with-figures': {
    title: '总体目标的数与指标一致',
    why: '总体目标和指标说的是同一件事，数不一样，其中必有一个是照抄别处的。',
    remedy: '核对后把总体目标、完成情况和指标写成同一个数。',
    messages: {
      expected: '年度总体目标里写“{text}”，“{name}”的指标值是“{own}”，不一致。',
      achieved: '完成情况里写“{text}”，“{name}”的完成值是“{own}”，不一致。',
      conclusion: '评价结论里写“{text}”，“{name}”的完成值是“{own}”，不一致。',
    },
  },
  'placeholder-left': {
    title: '没有遗留的模板内容',
    why: '模板里的占位内容留在上报的表里，说明这一处没有填。',
    remedy: '填写实际内容；不用的行请删除。',
    messages: {
      one: '还留着“{slot}”，没有填写。',
      many: '有 {count} 处模板内容没有填写：{cells}。',
      rows: '还留着 {count} 行模板的空行：{cells}。',
      unanswered: '“{label}”一栏没有填写。',
    },
  },
  'counts-match-rows': {
    title: '文字所说个数与表一致',
    why: '文字说的指标个数与表里不符，说明文字没有随表更新，或表里漏了行。',
    remedy: '按表改文字，或补上漏掉的指标。',
    messages: {
      differs: '“{text}”说有 {stated} 个，表里是 {count} 个。',
    },
  },
  'targets-as-approved': {
    title: '目标与批复的绩效目标表一致',
    why: '自评要对照批复的绩效目标；未经批准改低、漏报或增加指标，完成情况就没有可比的基准。',
    remedy: '按批复的绩效目标表改回；目标确已调整的，附上调整批复，并以调整后的目标表复核。',
    messages: {
      weakened: '“{name}”的指标值是“{own}”，绩效目标表（{place}）是“{approved}”，目标降低了。',
      changed: '“{name}”的指标值是“{own}”，绩效目标表（{place}）是“{approved}”，两处不一致。',
      emptied: '“{name}”没有写指标值，绩效目标表（{place}）是“{approved}”。',
      renamed: '“{name}”在绩效目标表（{place}）里写作“{approvedName}”，请确认是同一个指标。',
      leftOut: '绩效目标表（{place}）有“{name}”（{approved}），自评表里没有。',
      added: '“{name}”（{own}）不在绩效目标表（{place} 起）里。',
      nothingInCommon: '自评表的指标没有一个出现在“{project}”的绩效目标表（{place} 起）里。',
    },
  },
  'targets-hold-last-year': {
    title: '指标和目标不低于上一年',
    why: '同一个项目，目标比上一年低、指标比上一年少，完成起来更容易，得分就没有可比性。',
    remedy: '说明调整的依据（预算、任务的变化），附上批复；没有依据的，按上一年的水平重新设定。',
    messages: {
      lowered: '“{name}”的指标值是“{own}”，{year}年（{place}）是“{before}”，比上一年低。',
      dropped: '{year}年有、今年没有的指标 {count} 项：{names}（{place}）。',
      droppedMissed: '{year}年没有得满分、今年没有的指标 {count} 项：{names}（{place}）。',
    },
  },
  'last-year-not-copied': {
    title: '完成情况不是上一年的',
    why: '文字、完成值或得分与上一年一字不差，多半是照抄上一年的表，没有反映今年的情况。',
    remedy: '按今年的实际情况和佐证材料重新填写；确实相同的，请说明。',
    messages: {
      words: '{count} 处文字与{year}年的表一字不差：{names}（{place}）。',
      otherYear: '“{name}”的文字与{year}年的表（{place}）一字不差，写的还是“{stated}”。',
      actuals: '{count} 项实际完成值与{year}年完全相同：{names}（{place}）。',
      scores: '{count} 项指标的得分与{year}年逐项相同，总分都是 {total}（{place}）。',
      goals: '年度目标完成情况与{year}年的表（{place}）一字不差。',
    },
  },
  'narrative-agrees': {
    title: '自评报告的文字与表一致',
    why: '报告和表说的不一样，其中一处是错的，看的人不知道该信哪一处。',
    remedy: '核对原始资料，把错的一处改过来。',
    messages: {
      score: '{place} 写“{sentence}”，说得分 {stated}，自评表（{cell}）是 {own}。',
      rate: '{place} 写“{sentence}”，说执行率 {stated}%，自评表（{cell}）是 {own}%。',
      days: '{place} 写“{sentence}”，说 {stated} 天，按日期是 {days} 天。',
      parts: '{place} 写“{sentence}”，合计 {stated}，各部分加起来是 {parts}。',
      dimension: '{place} 写“{sentence}”，自评表里没有{dimension}指标。',
    },
  },
  'results-agree': {
    title: '自评结果统计表与自评表一致',
    why: '统计表是汇总上报的依据，与各项目的自评表不一致，报上去的数就是错的。',
    remedy: '以核对过的自评表为准，改统计表；自评表错了的，两处一起改。',
    messages: {
      score: '统计表（{place}）的得分是 {stated}，自评表（{cell}）是 {own}。',
      grade: '统计表（{place}）的等级是“{stated}”，自评表（{cell}）写“{own}”。',
      gradeByTotal: '统计表（{place}）的等级是“{stated}”，自评表的 {total} 分应为“{grade}”。',
      budget: '统计表（{place}）的预算是 {stated}，自评表（{cell}）是 {own}。',
      executed: '统计表（{place}）的执行数是 {stated}，自评表（{cell}）是 {own}。',
      total: '统计表（{place}）的合计是 {stated}，各项目加起来是 {parts}。',
    },
  },
};
