insert into summary_templates (version, name, period_kind, level_code, position, retired) values
  (0, '年度工作总结及下年工作计划', 'ANNUAL', null, 1, false),
  (0, '上半年工作总结及下半年工作计划', 'FIRST_HALF', null, 2, false),
  (0, '关于报送年度工作总结和下年工作计划的报告', 'ANNUAL', null, 3, false),
  (0, '关于报送上半年工作总结和下半年工作计划的报告', 'FIRST_HALF', null, 4, false),
  (0, '下年工作要点', 'ANNUAL', null, 5, false);

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select id, 1, $template$# {{bureau}}
# {{period}}工作总结及{{nextYear}}年工作计划

{{#lead}}
{{lead}}
{{/lead}}
{{^lead}}
{{year}}年，{{bureau}}坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实党中央、国务院关于科技创新的决策部署，{{#superior}}在{{superior}}的有力指导下，{{/superior}}围绕中心、服务大局，扎实推进科技创新各项工作，较好完成了年度目标任务。现将{{period}}工作总结和{{nextYear}}年工作计划报告如下。
{{/lead}}

{{#hasFigures}}
## 主要指标完成情况
各项主要指标完成情况及与上年同期对比如下。
!对比图
!指标表
{{/hasFigures}}

{{#hasAchievements}}
## 主要工作成效
{{#achievements}}
### {{heading}}
{{body}}
{{/achievements}}
{{/hasAchievements}}

{{#hasCases}}
## 典型案例
{{#cases}}
### {{heading}}
{{body}}
{{/cases}}
{{/hasCases}}

{{#hasProblems}}
## 存在的问题
{{#problems}}
### {{heading}}
{{body}}
{{/problems}}
{{/hasProblems}}

{{#hasPlan}}
## {{nextYear}}年工作计划
{{#hasIdea}}
### 总体思路
{{idea}}
{{/hasIdea}}
{{#hasTargets}}
### 工作目标
{{#targets}}
- {{text}}
{{/targets}}
{{/hasTargets}}
{{#hasMeasures}}
### 主要措施
{{#measures}}
#### {{heading}}
{{body}}
{{/measures}}
{{/hasMeasures}}
{{/hasPlan}}

{{#hasSuggestions}}
## 意见建议
{{#suggestions}}
### {{heading}}
{{body}}
{{/suggestions}}
{{/hasSuggestions}}

!落款
$template$, 'FULL', null, now() from summary_templates where name = '年度工作总结及下年工作计划';

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select id, 1, $template$# {{bureau}}
# {{period}}工作总结及下半年工作计划

{{#lead}}
{{lead}}
{{/lead}}
{{^lead}}
{{year}}年上半年，{{bureau}}坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实党中央、国务院关于科技创新的决策部署，{{#superior}}在{{superior}}的有力指导下，{{/superior}}对照年度目标任务，扎实推进科技创新各项工作，实现了时间过半、任务过半。现将{{period}}工作总结和下半年工作计划报告如下。
{{/lead}}

{{#hasFigures}}
## 主要指标完成情况
各项主要指标完成情况及与上年同期对比如下。
!对比图
!指标表
{{/hasFigures}}

{{#hasAchievements}}
## 主要工作成效
{{#achievements}}
### {{heading}}
{{body}}
{{/achievements}}
{{/hasAchievements}}

{{#hasCases}}
## 典型案例
{{#cases}}
### {{heading}}
{{body}}
{{/cases}}
{{/hasCases}}

{{#hasProblems}}
## 存在的问题
{{#problems}}
### {{heading}}
{{body}}
{{/problems}}
{{/hasProblems}}

{{#hasPlan}}
## 下半年工作计划
{{#hasIdea}}
### 总体思路
{{idea}}
{{/hasIdea}}
{{#hasTargets}}
### 工作目标
{{#targets}}
- {{text}}
{{/targets}}
{{/hasTargets}}
{{#hasMeasures}}
### 主要措施
{{#measures}}
#### {{heading}}
{{body}}
{{/measures}}
{{/hasMeasures}}
{{/hasPlan}}

{{#hasSuggestions}}
## 意见建议
{{#suggestions}}
### {{heading}}
{{body}}
{{/suggestions}}
{{/hasSuggestions}}

!落款
$template$, 'FULL', null, now() from summary_templates where name = '上半年工作总结及下半年工作计划';

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select id, 1, $template$# {{bureau}}
# 关于报送{{period}}工作总结和{{nextYear}}年工作计划的报告

> {{superior}}

{{#lead}}
{{lead}}
{{/lead}}
{{^lead}}
现将我局{{period}}工作总结和{{nextYear}}年工作计划报告如下：
{{/lead}}

{{#hasFigures}}
## 主要指标完成情况
各项主要指标完成情况及与上年同期对比如下。
!对比图
!指标表
{{/hasFigures}}

{{#hasAchievements}}
## 主要工作成效
{{#achievements}}
### {{heading}}
{{body}}
{{/achievements}}
{{/hasAchievements}}

{{#hasCases}}
## 典型案例
{{#cases}}
### {{heading}}
{{body}}
{{/cases}}
{{/hasCases}}

{{#hasProblems}}
## 存在的问题
{{#problems}}
### {{heading}}
{{body}}
{{/problems}}
{{/hasProblems}}

{{#hasPlan}}
## {{nextYear}}年工作计划
{{#hasIdea}}
### 总体思路
{{idea}}
{{/hasIdea}}
{{#hasTargets}}
### 工作目标
{{#targets}}
- {{text}}
{{/targets}}
{{/hasTargets}}
{{#hasMeasures}}
### 主要措施
{{#measures}}
#### {{heading}}
{{body}}
{{/measures}}
{{/hasMeasures}}
{{/hasPlan}}

{{#hasSuggestions}}
## 意见建议
{{#suggestions}}
### {{heading}}
{{body}}
{{/suggestions}}
{{/hasSuggestions}}

特此报告。

!落款
$template$, 'FULL', null, now() from summary_templates where name = '关于报送年度工作总结和下年工作计划的报告';

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select id, 1, $template$# {{bureau}}
# 关于报送{{period}}工作总结和下半年工作计划的报告

> {{superior}}

{{#lead}}
{{lead}}
{{/lead}}
{{^lead}}
现将我局{{period}}工作总结和下半年工作计划报告如下：
{{/lead}}

{{#hasFigures}}
## 主要指标完成情况
各项主要指标完成情况及与上年同期对比如下。
!对比图
!指标表
{{/hasFigures}}

{{#hasAchievements}}
## 主要工作成效
{{#achievements}}
### {{heading}}
{{body}}
{{/achievements}}
{{/hasAchievements}}

{{#hasCases}}
## 典型案例
{{#cases}}
### {{heading}}
{{body}}
{{/cases}}
{{/hasCases}}

{{#hasProblems}}
## 存在的问题
{{#problems}}
### {{heading}}
{{body}}
{{/problems}}
{{/hasProblems}}

{{#hasPlan}}
## 下半年工作计划
{{#hasIdea}}
### 总体思路
{{idea}}
{{/hasIdea}}
{{#hasTargets}}
### 工作目标
{{#targets}}
- {{text}}
{{/targets}}
{{/hasTargets}}
{{#hasMeasures}}
### 主要措施
{{#measures}}
#### {{heading}}
{{body}}
{{/measures}}
{{/hasMeasures}}
{{/hasPlan}}

{{#hasSuggestions}}
## 意见建议
{{#suggestions}}
### {{heading}}
{{body}}
{{/suggestions}}
{{/hasSuggestions}}

特此报告。

!落款
$template$, 'FULL', null, now() from summary_templates where name = '关于报送上半年工作总结和下半年工作计划的报告';

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select id, 1, $template$# {{bureau}}{{nextYear}}年工作要点

{{^hasPlan}}
{{nextYear}}年工作计划尚未填写。
{{/hasPlan}}
{{#hasPlan}}
{{nextYear}}年，{{bureau}}将坚持以习近平新时代中国特色社会主义思想为指导，深入实施创新驱动发展战略，重点抓好以下工作。
{{/hasPlan}}

{{#hasIdea}}
## 总体思路
{{idea}}
{{/hasIdea}}

{{#hasTargets}}
## 工作目标
{{#targets}}
- {{text}}
{{/targets}}
{{/hasTargets}}

{{#hasMeasures}}
## 重点任务
{{#measures}}
### {{heading}}
{{body}}
{{/measures}}
{{/hasMeasures}}

!落款
$template$, 'FULL', null, now() from summary_templates where name = '下年工作要点';
