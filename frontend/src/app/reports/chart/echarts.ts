import { BarChart, CustomChart, HeatmapChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([AriaComponent, BarChart, CustomChart, GridComponent, HeatmapChart, LineChart, SVGRenderer, TooltipComponent, VisualMapComponent]);

/** The chart library with the parts that reports use and no others. */
export { echarts };
