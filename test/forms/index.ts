/**
 * The published forms, rebuilt as fixtures: their values, merges and mistakes as published, without names of persons; and
 * forms after published layouts whose figures are ours. The `source` of each says which it is.
 */
import { type FormFile, type PublishedForm, readFormFile } from './formFixture';
import revitalisation2023 from './published/revitalisation-2023.json';
import canteen2023 from './published/canteen-2023.json';
import planning2023 from './published/planning-2023.json';
import farmland2019 from './published/farmland-2019.json';
import water2019 from './published/water-2019.json';
import disaster2019 from './published/disaster-2019.json';
import cattle2023 from './published/cattle-2023.json';
import farmland2021 from './published/farmland-2021.json';
import framework15253030 from './published/framework-15-25-30-30.json';
import tianchangFlood2022 from './published/tianchang-flood-2022.json';
import qingshenSalary2023 from './published/qingshen-salary-2023.json';
import beijingRoad2016 from './published/beijing-road-2016.json';
import xiangyangHospital2021 from './published/xiangyang-hospital-2021.json';
import huangshiSponge2022 from './published/huangshi-sponge-2022.json';
import ezhouHall2021 from './published/ezhou-hall-2021.json';
import shouxianDepartment2023 from './published/shouxian-department-2023.json';
import chongqingMedia2021 from './published/chongqing-media-2021.json';
import suixiRelief2019 from './published/suixi-relief-2019.json';
import guangshuiRoad2021 from './published/guangshui-road-2021.json';
import shaanxiDepartment2022 from './published/shaanxi-department-2022.json';
import chongqingFlat from './published/chongqing-flat.json';
import costFirst2023 from './published/cost-first-2023.json';
import fishingBan2020 from './published/fishing-ban-2020.json';
import frameworkSchool from './published/framework-school.json';
import hengshanGrain2020 from './published/hengshan-grain-2020.json';
import hubeiPoints from './published/hubei-points.json';
import nationalGrade from './published/national-grade.json';
import nationalLabels from './published/national-labels.json';
import nationalParts from './published/national-parts.json';
import nationalRate from './published/national-rate.json';
import nationalRoad from './published/national-road.json';
import ruleColumnGreening from './published/rule-column-greening.json';
import scorecardWater from './published/scorecard-water.json';
import sichuanWeights from './published/sichuan-weights.json';
import tangxiCommission2022 from './published/tangxi-commission-2022.json';
import tangxiVillages2022 from './published/tangxi-villages-2022.json';
import transferIrrigation from './published/transfer-irrigation.json';
import workpaperLibrary from './published/workpaper-library.json';
import yunnan13 from './published/yunnan-13.json';
import zhongjiangGauges2022 from './published/zhongjiang-gauges-2022.json';

const files: readonly FormFile[] = [
  revitalisation2023,
  canteen2023,
  planning2023,
  farmland2019,
  water2019,
  disaster2019,
  cattle2023,
  farmland2021,
  framework15253030,
  tianchangFlood2022,
  qingshenSalary2023,
  beijingRoad2016,
  xiangyangHospital2021,
  huangshiSponge2022,
  ezhouHall2021,
  shouxianDepartment2023,
  chongqingMedia2021,
  suixiRelief2019,
  guangshuiRoad2021,
  shaanxiDepartment2022,
  chongqingFlat,
  costFirst2023,
  fishingBan2020,
  frameworkSchool,
  hengshanGrain2020,
  hubeiPoints,
  nationalGrade,
  nationalLabels,
  nationalParts,
  nationalRate,
  nationalRoad,
  ruleColumnGreening,
  scorecardWater,
  sichuanWeights,
  tangxiCommission2022,
  tangxiVillages2022,
  transferIrrigation,
  workpaperLibrary,
  yunnan13,
  zhongjiangGauges2022,
] as readonly unknown[] as readonly FormFile[];

/** Every published form with its snapshot and what a person sees in it. */
export const publishedForms: readonly PublishedForm[] = files.map(readFormFile);

/** One published form by its name. @throws Error when there is none of that name. */
export function publishedForm(name: string): PublishedForm {
  const form = publishedForms.find((candidate) => candidate.name === name);
  if (!form) throw new Error(`there is no published form "${name}"`);
  return form;
}

export { familyForms } from './families';
export { snapshotOf } from './snapshotOf';
export type { PublishedForm } from './formFixture';
