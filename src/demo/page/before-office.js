/*
 * Runs first in the pane's page: the page around it makes the window look like one inside Excel.
 * Opened by itself, the pane finds no Excel and says so.
 */
if (window.parent !== window && window.parent.installSimulatedExcel) window.parent.installSimulatedExcel(window);
